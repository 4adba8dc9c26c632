import Dispatch
import Logging
import Synchronization

/// Writes lines to standard error on a queue of its own: a burst is few writes, and who has a line never waits for the
/// terminal or the pipe. Lines of one buffer keep their order.
package final class LogSink: Sendable {
    /// Milliseconds that a line of a request waits at most for others.
    private static let patience = 100

    /// What its lines look like.
    let format: LogFormat
    private let output: Output
    private let buffers: Mutex<[LogBuffer]>
    /// For lines that do not wait.
    private let prompt = LogBuffer()
    private let queue = DispatchQueue(label: "akistata.log", qos: .utility)
    private let losses = Mutex(Losses())

    /// What a full disk, or a pipe that is closed, did not take.
    private struct Losses {
        /// Lines, the one that was cut among them.
        var lines = 0
        /// Whether a line was cut: the next one begins after it.
        var isCut = false
    }

    /// Writes bytes; returns those that could not be written, and the errno that says why.
    typealias Output = @Sendable (_ bytes: [UInt8]) -> (rest: ArraySlice<UInt8>, errno: Int32)?

    /// Writes lines of that format to standard error.
    package convenience init(_ format: LogFormat) {
        self.init(format) { StandardStream.errors.write($0) }
    }

    /// Writes lines of that format with `output`.
    init(_ format: LogFormat, to output: @escaping Output) {
        self.format = format
        self.output = output
        buffers = Mutex([prompt])
    }

    /// A buffer for one who has many lines.
    func buffer() -> LogBuffer {
        let buffer = LogBuffer()
        // Before the prompt buffer, so that a line there stands after what led to it.
        buffers.withLock { $0.insert(buffer, at: 0) }
        return buffer
    }

    /// Has `write` append a line to the buffer; it is written with others, soon.
    func append(to buffer: LogBuffer, _ write: (inout [UInt8]) -> Void) {
        switch buffer.append(write) {
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

    /// Waits until everything before the call is written, or for five seconds: a reader of a pipe that reads no more must
    /// not keep the program from ending.
    package func flush() {
        let isWritten = DispatchSemaphore(value: 0)
        queue.async {
            self.drain()
            isWritten.signal()
        }
        _ = isWritten.wait(timeout: .now() + .seconds(5))
    }

    private func drain() {
        for buffer in buffers.withLock({ $0 }) {
            buffer.drain { lines, dropped in
                losses.withLock { $0 = write(lines, dropped: dropped, after: $0) }
            }
        }
    }

    /// Writes lines, and how many were lost before; answers what is lost now.
    private func write(_ lines: [UInt8], dropped: Int, after losses: Losses) -> Losses {
        guard !lines.isEmpty || dropped > 0 else { return losses }
        let end = UInt8(ascii: "\n")
        let lost = losses.lines + dropped
        var bytes = losses.isCut ? [end] + lines : lines
        if lost > 0 { bytes += format.line(.warning, "\(lost) log lines were dropped", []) }
        guard let (rest, _) = output(bytes) else { return Losses() }
        let taken = bytes.count - rest.count
        // Neither the end of the line that was cut before is one of these, nor that of the notice.
        let others = (lost > 0 ? 1 : 0) + (losses.isCut && taken == 0 ? 1 : 0)
        return Losses(
            lines: lost + rest.count { $0 == end } - others, isCut: taken > 0 ? bytes[taken - 1] != end : losses.isCut)
    }
}
