import Synchronization

/// The lines of one writer that are not written yet. Its lock is shared only with the queue that writes, so that it is
/// free when a line comes.
final class LogLane: Sendable {
    /// What has to be done about a line.
    enum Urgency {
        /// It goes with those before it.
        case none
        /// It is the first, and may wait a little for others.
        case soon
        /// There is enough for a write.
        case now
    }

    /// More than this many octets waiting, and lines are dropped and counted instead: a reader that does not read must
    /// not fill the memory.
    private static let limit = 4 << 20
    /// Octets that are worth a write.
    private static let batch = 64 << 10

    private struct Waiting {
        var octets: [UInt8] = []
        var dropped = 0
    }

    private let waiting = Mutex(Waiting())

    /// Has `write` append a line.
    func append(_ write: (inout [UInt8]) -> Void) -> Urgency {
        waiting.withLock { waiting in
            let before = waiting.octets.count
            guard before < LogLane.limit else {
                waiting.dropped += 1
                return .none
            }
            write(&waiting.octets)
            if before == 0 { return .soon }
            return before < LogLane.batch && waiting.octets.count >= LogLane.batch ? .now : .none
        }
    }

    /// Takes what there is, and leaves `room`, which is empty, for what comes next. Answers how many lines were dropped.
    func take(into room: inout [UInt8]) -> Int {
        waiting.withLock { waiting in
            swap(&waiting.octets, &room)
            defer { waiting.dropped = 0 }
            return waiting.dropped
        }
    }
}
