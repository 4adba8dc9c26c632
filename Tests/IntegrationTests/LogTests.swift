import Foundation
import Testing

@Suite("The access log")
struct LogTests {
    @Test("A request is one line with method, target, status and octets")
    func text() throws {
        let server = try Akistata.with()
        let curl = try Curl()
        let list = try curl.get(server.origin + "/api/v1/events?limit=2")
        _ = try curl.answer(.init(method: "HEAD", url: server.origin + "/api/v1"))
        let missing = try curl.get(server.origin + "/nothing")
        let (exit, log) = try server.stop()
        #expect(exit == .code(0))
        let lines = log.filter { $0.contains(" info ") }
        let expected = [
            "GET /api/v1/events?limit=2 200 bytes=\(list.body.count) client=127.0.0.1:",
            "HEAD /api/v1 200 bytes=0 client=",
            "GET /nothing 404 bytes=\(missing.body.count) client=",
        ]
        #expect(lines.count == 3)
        for (line, text) in zip(lines, expected) {
            #expect(line.contains(" info " + text))
            #expect(line.contains(#/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ /#))
        }
    }

    private static let hostile = [
        #"/"}{""#, #"/\"#, "/\u{1B}[31m", "/%0A%0Dinfo", "/\u{7F}", "/é", "/%00", "/a b", "/\t", "*", "",
        "/" + String(repeating: "%F0%9F%92%A3", count: 500),
    ]

    @Test("Whatever the target, a request is one line of text without controls")
    func hostileText() throws {
        let log = try log(of: LogTests.hostile, format: "text")
        #expect(log.count == LogTests.hostile.count)
        #expect(log.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } })
        #expect(log.allSatisfy { $0.contains(" bytes=") && $0.contains(" client=127.0.0.1:") })
    }

    @Test("Whatever the target, a request is one JSON object on one line")
    func hostileJSON() throws {
        let log = try log(of: LogTests.hostile, format: "json")
        #expect(log.count == LogTests.hostile.count)
        for line in log {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(
                Set(object.keys) == [
                    "time", "level", "message", "bytes", "client", "id", "method", "micros", "status", "target",
                ])
            // Those are numbers, so that a filter can compare them.
            #expect(["bytes", "micros", "status"].allSatisfy { object[$0] is Int })
        }
    }

    @Test("A reader of the log that goes away does not end the server")
    func brokenPipe() throws {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let server = try Akistata(errors: pipe.fileHandleForWriting)
        let curl = try Curl()
        for _ in 0..<3 { #expect(try curl.get(server.origin + "/healthz").status == 200) }
        #expect(try server.stop().exit == .code(0))
    }

    /// The lines of one request for each target, sent as it stands.
    private func log(of targets: [String], format: String) throws -> [String] {
        let server = try Akistata.with("--log-format", format)
        for target in targets {
            let socket = try RawSocket(port: server.port)
            socket.send("GET \(target) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            #expect(socket.rest()?.isEmpty == false)
        }
        return try server.stop().log.filter { $0.contains("client") }
    }
}
