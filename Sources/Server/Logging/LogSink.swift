import Dispatch
import Logging
import Synchronization

/// Writes lines to standard error on a queue of its own: a burst takes few writes, and whoever logs never waits for a
/// terminal or a pipe. Lines of the same buffer stay in order.
package final class LogSink: Sendable {
    /// The most milliseconds that the line of a request waits for others.
    private static let patience = 100

    /// The format of the lines.
    let format: LogFormat
    private let output: Output
    private let buffers: Mutex<[LogBuffer]>
    /// The buffer of lines that do not wait.
    private let prompt = LogBuffer()
    private let queue = DispatchQueue(label: "akistata.log", qos: .utility)
    private let losses = Mutex(Losses())

    /// What a full disk or a closed pipe has not taken.
    private struct Losses {
        /// The number of lines lost, including one that was cut.
        var lines = 0
        /// Whether a line was cut, so that the next one must begin on a new line.
        var isCut = false
    }

    /// Writes bytes. Returns nil, or those that could not be written and the errno that says why.
    typealias Output = @Sendable (_ bytes: [UInt8]) -> (rest: ArraySlice<UInt8>, errno: Int32)?

    /// Creates a sink that writes to standard error.
    package convenience init(_ format: LogFormat) {
        self.init(format) { StandardStream.errors.write($0) }
    }

    /// Creates a sink that writes with `output`.
    init(_ format: LogFormat, to output: @escaping Output) {
        self.format = format
        self.output = output
        buffers = Mutex([prompt])
    }

    /// Returns a new buffer, for whoever has many lines.
    func buffer() -> LogBuffer {
        let buffer = LogBuffer()
        // Before the prompt buffer, so that a line there comes after what led to it.
        buffers.withLock { $0.insert(buffer, at: 0) }
        return buffer
    }

    /// Appends the line that `write` writes to a buffer, to be written soon, together with others.
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

    /// Waits until everything before the call is written, but at most five seconds: a pipe that nobody reads must not
    /// keep the program from ending.
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

    /// Writes lines, and the number of those lost before. Returns what is lost now.
    private func write(_ lines: [UInt8], dropped: Int, after losses: Losses) -> Losses {
        guard !lines.isEmpty || dropped > 0 else { return losses }
        let end = UInt8(ascii: "\n")
        let lost = losses.lines + dropped
        var bytes = losses.isCut ? [end] + lines : lines
        if lost > 0 { bytes += format.line(.warning, "\(lost) log lines were dropped", []) }
        guard let (rest, _) = output(bytes) else { return Losses() }
        let taken = bytes.count - rest.count
        // Do not count the end of the line that was cut before, nor that of the notice.
        let others = (lost > 0 ? 1 : 0) + (losses.isCut && taken == 0 ? 1 : 0)
        return Losses(
            lines: lost + rest.count { $0 == end } - others, isCut: taken > 0 ? bytes[taken - 1] != end : losses.isCut)
    }
}
