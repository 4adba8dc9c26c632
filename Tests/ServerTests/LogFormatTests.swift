import Foundation
import Logging
import Testing

@testable import Server

@Suite("A line of the log")
struct LogFormatTests {
    private static let hostile = "a\nb\u{1B}[31m\u{202E}\"\\"

    @Test("as text is escaped, with its pairs by their keys")
    func text() {
        let line = String(
            decoding: LogFormat.text.line(.notice, LogFormatTests.hostile, [("b", "2"), ("a", "\u{7}")]), as: UTF8.self)
        #expect(line.hasSuffix(#"Z notice a\u{A}b\u{1B}[31m\u{202E}"\ a=\u{7} b=2"# + "\n"))
        #expect(line.contains(#/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ /#))
    }

    @Test("as JSON is one object, which says the same")
    func json() throws {
        let line = LogFormat.json.line(.error, LogFormatTests.hostile, [("b", LogFormatTests.hostile), ("a", "1")])
        #expect(
            line.count { $0 == UInt8(ascii: "\n") } == 1 && line.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0A) })
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: String])
        #expect(object["level"] == "error")
        #expect(object["message"] == LogFormatTests.hostile)
        #expect(object["b"] == LogFormatTests.hostile)
        let keys = try #require(String(decoding: line, as: UTF8.self).firstMatch(of: #/"message".*"a":"1","b":/#))
        #expect(!keys.0.isEmpty)
    }

    @Test("comes through swift-log with the pairs of its logger, those of the call first")
    func handler() {
        let output = LimitedOutput()
        let sink = LogSink(.text) { output.write($0) }
        var logger = Logger(label: "test") { _ in LineLogHandler(level: .notice, sink: sink) }
        logger[metadataKey: "a"] = "1"
        logger[metadataKey: "b"] = "1"
        logger.info("not this")
        logger.notice("this", metadata: ["b": "2"])
        sink.flush()
        #expect(output.text.hasSuffix("Z notice this a=1 b=2\n"))
        #expect(!output.text.contains("not this"))
    }
}
