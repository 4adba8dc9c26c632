import Dispatch
import Foundation
import Logging
import Synchronization

/// Writes lines to standard error on a queue of its own: a burst is few writes, and who has a line never waits for the
/// terminal or the pipe. Lines of one lane keep their order.
final class LogSink: Sendable {
    /// Milliseconds that a line of a request waits at most for others.
    private static let patience = 100

    /// What its lines look like.
    let format: LogFormat
    private let lanes: Mutex<[LogLane]>
    /// For lines that do not wait.
    private let prompt = LogLane()
    private let queue = DispatchQueue(label: "akistata.log", qos: .utility)

    init(_ format: LogFormat) {
        self.format = format
        lanes = Mutex([prompt])
    }

    /// A lane for one who has many lines.
    func lane() -> LogLane {
        let lane = LogLane()
        // Before the prompt lane, so that a line there stands after what led to it.
        lanes.withLock { $0.insert(lane, at: 0) }
        return lane
    }

    /// Has `write` append a line to the lane; it is written with others, soon.
    func append(to lane: LogLane, _ write: (inout [UInt8]) -> Void) {
        switch lane.append(write) {
        case .none: break
        case .soon: queue.asyncAfter(deadline: .now() + .milliseconds(LogSink.patience)) { self.drain() }
        case .now: queue.async { self.drain() }
        }
    }

    /// Writes a line at once.
    func write(_ line: [UInt8]) {
        if case .none = prompt.append({ $0 += line }) { return }
        queue.async { self.drain() }
    }

    /// Waits until everything before the call is written.
    func flush() {
        queue.sync { drain() }
    }

    private func drain() {
        for lane in lanes.withLock({ $0 }) {
            lane.drain { octets, dropped in
                var data = Data(octets)
                if dropped > 0 { data += format.line(.warning, "\(dropped) log lines were dropped", []) }
                // A closed pipe must not end the server: what cannot be written is lost.
                if !data.isEmpty { try? FileHandle.standardError.write(contentsOf: data) }
            }
        }
    }
}
