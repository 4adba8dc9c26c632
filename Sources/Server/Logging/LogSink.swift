import Dispatch
import Logging
import Synchronization

/// Writes lines to standard error on its own queue: a burst takes few writes, and no caller waits for a terminal or a
/// pipe. Lines in the same buffer stay in order.
package final class LogSink: Sendable {
    /// The maximum time in milliseconds that the line of a request waits for others.
    private static let patience = 100

    /// The format of the lines.
    let format: LogFormat
    private let output: Output
    private let buffers: Mutex<[LogBuffer]>
    /// The buffer for lines that are written immediately.
    private let prompt = LogBuffer()
    private let queue = DispatchQueue(label: "akistata.log", qos: .utility)
    private let losses = Mutex(Losses())
    private let droppedLines = Atomic(0)

    /// What a full disk or a closed pipe has not accepted.
    private struct Losses {
        /// The number of lost lines, including one that was cut off.
        var lines = 0
        /// Whether a line was cut off, so that the next one must start on a new line.
        var isCut = false
    }

    /// Writes bytes. Returns nil, or the bytes that could not be written and the errno.
    typealias Output = @Sendable (_ bytes: [UInt8]) -> (rest: ArraySlice<UInt8>, errno: Int32)?

    /// Creates a sink that writes to standard error.
    package convenience init(_ format: LogFormat) {
        self.init(format) { StandardStream.errors.write($0) }
    }

    /// Creates a sink that writes through `output`.
    init(_ format: LogFormat, to output: @escaping Output) {
        self.format = format
        self.output = output
        buffers = Mutex([prompt])
    }

    /// Returns a new buffer for a writer of many lines.
    func buffer() -> LogBuffer {
        let buffer = LogBuffer()
        // Before the prompt buffer, so that a line there comes after what led to it.
        buffers.withLock { $0.insert(buffer, at: 0) }
        return buffer
    }

    /// Appends the line that `write` appends to a buffer. It is written soon, together with others. Inlined, what `write`
    /// captures is not retained for it.
    @inline(__always)
    func append(to buffer: LogBuffer, _ write: (inout [UInt8]) -> Void) {
        switch buffer.append(write) {
        case nil: count(dropped: 1)
        case .later: break
        case .soon: queue.asyncAfter(deadline: .now() + .milliseconds(LogSink.patience)) { self.drain() }
        case .now: queue.async { self.drain() }
        }
    }

    /// Writes a line immediately.
    func write(_ line: [UInt8]) {
        switch prompt.append({ $0 += line }) {
        case nil: count(dropped: 1)
        case .later: break
        case .soon, .now: queue.async { self.drain() }
        }
    }

    /// The number of lines dropped so far, those that the log does not tell of yet included. No lock is taken that is held
    /// while bytes are written: whoever asks does not wait for a reader that has stopped reading.
    package var dropped: Int { droppedLines.load(ordering: .relaxed) }

    private func count(dropped lines: Int) {
        droppedLines.wrappingAdd(lines, ordering: .relaxed)
    }

    /// Waits until everything logged before the call is written, for at most five seconds: a pipe that nobody reads
    /// must not keep the program from ending.
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

    /// Writes lines, followed by the number of lines lost before. Returns what has been lost now.
    private func write(_ lines: [UInt8], dropped: Int, after losses: Losses) -> Losses {
        guard !lines.isEmpty || dropped > 0 else { return losses }
        let end = UInt8(ascii: "\n")
        let lost = losses.lines + dropped
        var bytes = losses.isCut ? [end] + lines : lines
        if lost > 0 { bytes += format.line(.warning, "\(lost) log lines were dropped", []) }
        guard let (rest, _) = output(bytes) else { return Losses() }
        let taken = bytes.count - rest.count
        // The newline that ends the line cut off before, and that of the notice, do not count.
        let others = (lost > 0 ? 1 : 0) + (losses.isCut && taken == 0 ? 1 : 0)
        let more = rest.count { $0 == end } - others
        count(dropped: more)
        return Losses(lines: lost + more, isCut: taken > 0 ? bytes[taken - 1] != end : losses.isCut)
    }
}
