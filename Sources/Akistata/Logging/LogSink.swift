import Dispatch
import Foundation
import Synchronization

/// Lines on their way to standard error: gathered while one write is under way, so that a burst is few writes, and no
/// caller ever waits for the terminal or the pipe.
final class LogSink: Sendable {
    /// More than this many bytes waiting, and lines are dropped and counted instead: a reader that does not read must
    /// not fill the memory.
    private static let limit = 4 << 20

    private struct Waiting {
        var bytes: [UInt8] = []
        var dropped = 0
        var isScheduled = false
    }

    private let waiting = Mutex(Waiting())
    private let clock = Mutex((second: 0.0, text: ""))
    private let queue = DispatchQueue(label: "akistata.log", qos: .utility)

    /// Now, to the second, as ISO 8601 writes it in UTC; made anew when the second has changed.
    var time: String {
        let now = Date()
        let second = now.timeIntervalSince1970.rounded(.down)
        return clock.withLock { clock in
            if clock.second != second { clock = (second, now.formatted(.iso8601)) }
            return clock.text
        }
    }

    /// The queue on which lines are written; what builds lines from many records does so there.
    func onQueue(_ work: @escaping @Sendable () -> Void) {
        queue.async(execute: work)
    }

    func write(_ line: some Sequence<UInt8>) {
        let schedule = waiting.withLock { waiting in
            guard waiting.bytes.count < LogSink.limit else {
                waiting.dropped += 1
                return false
            }
            waiting.bytes.append(contentsOf: line)
            defer { waiting.isScheduled = true }
            return !waiting.isScheduled
        }
        if schedule { queue.async { self.drain() } }
    }

    /// Waits until everything before the call is written.
    func flush() {
        queue.sync { drain() }
    }

    private func drain() {
        let (bytes, dropped) = waiting.withLock { waiting in
            defer { waiting = Waiting() }
            return (waiting.bytes, waiting.dropped)
        }
        var data = Data(bytes)
        if dropped > 0 { data.append(Data("akistata: \(dropped) log lines were dropped\n".utf8)) }
        // A closed pipe must not end the server: what cannot be written is lost.
        if !data.isEmpty { try? FileHandle.standardError.write(contentsOf: data) }
    }
}
