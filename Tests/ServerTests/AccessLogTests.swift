import Foundation
import HTTPCore
import Testing

@testable import HTTPServer
@testable import Server

@Suite("A line of the access log")
struct AccessLogTests {
    private static let trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

    /// What `write` makes the log write.
    private func log(
        _ format: LogFormat, _ write: (inout AccessLog) throws -> Void
    ) rethrows -> String {
        let output = LimitedOutput()
        let sink = LogSink(format) { output.write($0) }
        var log = AccessLog(sink)
        try write(&log)
        sink.flush()
        return output.text
    }

    private func record(bytes: Int = 12, second: Int = 784_111_777) -> AccessRecord {
        AccessRecord(bytes: bytes, nanoseconds: 34_567, second: second, client: Array("192.0.2.1:5678".utf8))
    }

    private func response(_ status: Status) -> Response {
        var response = Response(status)
        response.name = Array("1a2b3c4d-0-f".utf8)
        return response
    }

    private func request(_ target: String, method: HTTPCore.Method = .get, trace: String? = nil) throws -> Request {
        var fields = Fields()
        if let trace { fields.append(.traceparent, trace) }
        return try Request(method: method, target: target, fields: fields)
    }

    @Test("as text has method, target, status, bytes, client, id, time and trace in this order")
    func text() throws {
        let text = try log(.text) { log in
            log.note(try request("/a?b=%22"), response(.ok), record())
            log.note(
                try request("/", method: .head, trace: AccessLogTests.trace), response(.notFound), record(bytes: 0))
            log.note(response(.badRequest), record())
        }
        let rest = "client=192.0.2.1:5678 id=1a2b3c4d-0-f micros=34"
        #expect(
            text == """
                1994-11-06T08:49:37Z info GET /a?b=%22 200 bytes=12 \(rest)
                1994-11-06T08:49:37Z info HEAD / 404 bytes=0 \(rest) traceparent=\(AccessLogTests.trace)
                1994-11-06T08:49:37Z info - - 400 bytes=12 \(rest)

                """)
    }

    @Test("as JSON has the members of every line first, then the others by name")
    func json() throws {
        let text = try log(.json) { log in
            log.note(try request("/a?b", trace: AccessLogTests.trace), response(.ok), record())
            log.note(response(.badRequest), record())
        }
        let rest = #""bytes":12,"client":"192.0.2.1:5678","id":"1a2b3c4d-0-f""#
        #expect(
            text == """
                {"time":"1994-11-06T08:49:37Z","level":"info","message":"GET /a?b 200",\(rest),"method":"GET",\
                "micros":34,"status":200,"target":"/a?b","traceparent":"\(AccessLogTests.trace)"}
                {"time":"1994-11-06T08:49:37Z","level":"info","message":"- - 400",\(rest),"method":"-",\
                "micros":34,"status":400,"target":"-"}

                """)
    }

    @Test(
        "is one object on one line, whatever the target", arguments: ["/\"}{\"", "/%0A", "/'`$(a)", "/\"\"\\\"", "*"])
    func hostile(target: String) throws {
        let request = try request(target, method: target == "*" ? .options : .get)
        let text = log(.json) { $0.note(request, response(.ok), record()) }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 2 && lines[1].isEmpty)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
        #expect(object["target"] as? String == target)
    }

    @Test("has the second of its request, also after others")
    func second() throws {
        let text = try log(.text) { log in
            for second in [0, 59, 60, 59] { log.note(try request("/"), response(.ok), record(second: second)) }
        }
        #expect(
            text.split(separator: "\n").map { String($0.prefix(20).suffix(6)) } == [
                "00:00Z", "00:59Z", "01:00Z", "00:59Z",
            ])
    }

    @Test("has no trace that is not one")
    func unknownTrace() throws {
        let text = try log(.text) { $0.note(try request("/", trace: "00-0-0-00"), response(.ok), record()) }
        #expect(text.hasSuffix(" micros=34\n"))
    }
}
