import Synchronization

/// The lines of one writer that are not written yet. Its lock is shared only with the queue that writes, so that it is
/// free when a line comes.
final class LogBuffer: Sendable {
    /// What has to be done about a line.
    enum Urgency {
        /// It goes with those before it.
        case none
        /// It is the first, and may wait a little for others.
        case soon
        /// There is enough for a write.
        case now
    }

    /// More than this many bytes waiting, and lines are dropped and counted instead: a reader that does not read must
    /// not fill the memory.
    private static let limit = 4 << 20
    /// Bytes that are worth a write.
    private static let batch = 64 << 10

    /// Memory beyond this is not kept for the next lines.
    private static let keptCapacity = 256 << 10

    private struct Waiting {
        var bytes: [UInt8] = []
        /// Empty; takes the place of `bytes` while they are written.
        var spare: [UInt8] = []
        var dropped = 0
    }

    private let waiting = Mutex(Waiting())

    /// Has `write` append a line.
    func append(_ write: (inout [UInt8]) -> Void) -> Urgency {
        waiting.withLock { waiting in
            let before = waiting.bytes.count
            guard before < LogBuffer.limit else {
                waiting.dropped += 1
                return .none
            }
            write(&waiting.bytes)
            if before == 0 { return .soon }
            return before < LogBuffer.batch && waiting.bytes.count >= LogBuffer.batch ? .now : .none
        }
    }

    /// Has `write` write what there is, with the number of lines that were dropped after it. Lines may come meanwhile. Only
    /// for the queue that writes.
    func drain(_ write: ([UInt8], _ dropped: Int) -> Void) {
        var (bytes, dropped) = waiting.withLock { waiting in
            let taken = (waiting.bytes, waiting.dropped)
            (waiting.bytes, waiting.spare, waiting.dropped) = (waiting.spare, [], 0)
            return taken
        }
        write(bytes, dropped)
        bytes.removeAll(keepingCapacity: bytes.capacity <= LogBuffer.keptCapacity)
        waiting.withLock { $0.spare = bytes }
    }
}
