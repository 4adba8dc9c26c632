import Synchronization

/// The unwritten lines of a single writer. Its lock is shared only with the queue that writes, so it is usually free
/// when a line arrives.
final class LogBuffer: Sendable {
    /// How soon an appended line must be written.
    enum Urgency {
        /// Along with the lines before it.
        case later
        /// Soon: it is the first line, and may wait a little for others.
        case soon
        /// Now: there is enough for a write.
        case now
    }

    /// The number of waiting bytes beyond which lines are dropped and counted, so that a reader that has stopped
    /// reading cannot fill the memory.
    private static let limit = 4 << 20
    /// The number of bytes that makes a write worthwhile.
    private static let batch = 64 << 10

    /// The capacity in bytes beyond which an array is not kept for the next lines.
    private static let keptCapacity = 256 << 10

    private struct Waiting {
        var bytes: [UInt8] = []
        /// An empty array that takes the place of `bytes` while those are being written.
        var spare: [UInt8] = []
        var dropped = 0
    }

    private let waiting = Mutex(Waiting())

    /// Appends the line that `write` appends. Returns nil if there is no room: the line is dropped.
    @inline(__always)
    func append(_ write: (inout [UInt8]) -> Void) -> Urgency? {
        waiting.withLock { waiting in
            let before = waiting.bytes.count
            guard before < LogBuffer.limit else {
                waiting.dropped += 1
                return nil
            }
            write(&waiting.bytes)
            if before == 0 { return .soon }
            return before < LogBuffer.batch && waiting.bytes.count >= LogBuffer.batch ? .now : .later
        }
    }

    /// Passes the waiting bytes to `write`, with the number of lines dropped after them. Lines may be appended in the
    /// meantime. Only for the queue that writes.
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
