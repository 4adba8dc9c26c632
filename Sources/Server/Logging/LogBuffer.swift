import Synchronization

/// The lines of one writer that are not written yet. Its lock is shared only with the queue that writes, so it is
/// usually free when a line comes.
final class LogBuffer: Sendable {
    /// What an appended line requires.
    enum Urgency {
        /// Nothing: it is written along with those before it.
        case none
        /// A write soon: it is the first line, and may wait a little for others.
        case soon
        /// A write now: there is enough for one.
        case now
    }

    /// Once this many bytes are waiting, lines are dropped and counted instead: a reader that does not read must not
    /// fill the memory.
    private static let limit = 4 << 20
    /// The number of bytes that makes a write worthwhile.
    private static let batch = 64 << 10

    /// An array with more capacity than this is not kept for the next lines.
    private static let keptCapacity = 256 << 10

    private struct Waiting {
        var bytes: [UInt8] = []
        /// An empty array that replaces `bytes` while those are written.
        var spare: [UInt8] = []
        var dropped = 0
    }

    private let waiting = Mutex(Waiting())

    /// Appends the line that `write` writes, or drops it.
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

    /// Passes what is waiting to `write`, with the number of lines dropped after it. Lines may be appended meanwhile.
    /// Only for the queue that writes.
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
