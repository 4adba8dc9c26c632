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
        output.makeRoom()
        sink.write(Array("last\n".utf8))
        sink.flush()
        let text = String(output.text.dropFirst(before.count))
        #expect(text.hasPrefix(after))
        #expect(text.hasSuffix("Z warning \(lost) log lines were dropped\n"), "\(text)")
        #expect(text.split(separator: "\n").count == 2)
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
    }
}
