import Dispatch
import Synchronization
import Testing

@testable import Server

/// An output that takes so many bytes, and remembers them.
final class LimitedOutput: Sendable {
    private let state: Mutex<(taken: [UInt8], room: Int)>

    init(room: Int = .max) {
        state = Mutex(([], room))
    }

    var text: String { state.withLock { String(decoding: $0.taken, as: UTF8.self) } }

    func write(_ bytes: [UInt8]) -> (rest: ArraySlice<UInt8>, errno: Int32)? {
        state.withLock { state in
            let part = bytes.prefix(state.room)
            state.taken += part
            state.room -= part.count
            return part.count == bytes.count ? nil : (bytes.dropFirst(part.count), 28)
        }
    }

    func makeRoom() {
        state.withLock { $0.room = .max }
    }
}

/// An output that takes nothing until it is released, as a pipe whose reader has stopped reading.
final class StalledOutput: Sendable {
    private let taken = LimitedOutput()
    private let reached = DispatchSemaphore(value: 0)
    private let released = DispatchSemaphore(value: 0)

    var text: String { taken.text }

    /// A sink whose queue waits for the reader already.
    func sink() -> LogSink {
        let sink = LogSink(.text) { [self] bytes in
            reached.signal()
            released.wait()
            released.signal()
            return taken.write(bytes)
        }
        sink.write(Array("first\n".utf8))
        reached.wait()
        return sink
    }

    func release() {
        released.signal()
    }
}

@Suite("The queue that writes the log")
struct LogSinkTests {
    @Test("Lines of one buffer keep their order")
    func order() {
        let output = LimitedOutput()
        let sink = LogSink(.text) { output.write($0) }
        let buffer = sink.buffer()
        for number in 0..<1_000 { sink.append(to: buffer) { $0 += "\(number)\n".utf8 } }
        sink.flush()
        #expect(output.text == (0..<1_000).map { "\($0)\n" }.joined())
    }

    @Test(
        "Lines that were not taken are counted when some are again, and none is cut into another",
        arguments: [
            // A whole line and part of the next.
            (6, "one\ntw", "\nlast\n", 2),
            // Whole lines.
            (8, "one\ntwo\n", "last\n", 1),
            // Nothing.
            (0, "", "last\n", 3),
        ])
    func losses(room: Int, before: String, after: String, lost: Int) throws {
        let output = LimitedOutput(room: room)
        let sink = LogSink(.text) { output.write($0) }
        sink.write(Array("one\ntwo\nthree\n".utf8))
        sink.flush()
        #expect(output.text == before)
        #expect(sink.dropped == lost)
        output.makeRoom()
        sink.write(Array("last\n".utf8))
        sink.flush()
        let text = String(output.text.dropFirst(before.count))
        #expect(text.hasPrefix(after))
        #expect(text.hasSuffix("Z warning \(lost) log lines were dropped\n"), "\(text)")
        #expect(text.split(separator: "\n").count == 2)
        #expect(sink.dropped == lost)
    }

    @Test("Lines are counted as lost once, however often nothing is taken")
    func repeated() {
        let output = LimitedOutput(room: 0)
        let sink = LogSink(.text) { output.write($0) }
        for _ in 0..<3 {
            sink.write(Array("line\n".utf8))
            sink.flush()
        }
        output.makeRoom()
        sink.write(Array("last\n".utf8))
        sink.flush()
        #expect(output.text.contains(" warning 3 log lines were dropped\n"))
        #expect(sink.dropped == 3)
    }

    @Test("While nobody reads, lines beyond the bound are dropped, and counted where no reader is waited for")
    func stalled() {
        let output = StalledOutput()
        let sink = output.sink()
        let buffer = sink.buffer()
        let line = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20) + "\n".utf8
        for _ in 0..<7 { sink.append(to: buffer) { $0 += line } }
        for _ in 0..<6 { sink.write(line) }
        #expect(sink.dropped == 5)
        var metrics = PrometheusText()
        sink.write(to: &metrics)
        #expect(metrics.text.hasSuffix("\nakistata_log_lines_dropped_total 5\n"))
        output.release()
        sink.flush()
        #expect(output.text.contains(" warning 3 log lines were dropped\n"))
        #expect(output.text.hasSuffix(" warning 2 log lines were dropped\n"))
        #expect(sink.dropped == 5)
    }
}
