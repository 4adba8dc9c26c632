import Foundation
import Testing

@Suite("Ending")
struct SignalTests {
    @Test("SIGTERM and SIGINT end an idle server with exit code 0", arguments: [SIGTERM, SIGINT])
    func idle(signal: Int32) throws {
        let server = try Akistata.with()
        let curl = try Curl()
        #expect(try curl.get(server.origin + "/healthz").status == 200)
        server.program.signal(signal)
        #expect(try server.program.wait() == .code(0))
        #expect(throws: Curl.Failure.self) { try curl.get(server.origin + "/healthz") }
    }

    @Test("A signal as early as the start line ends it with exit code 0", arguments: 0..<5)
    func early(round: Int) throws {
        #expect(try Akistata.with().stop().exit == .code(0))
    }

    @Test("A request under way at SIGTERM is answered")
    func underWay() throws {
        let server = try Akistata.with()
        let slow = try RawSocket.underWay(port: server.port)
        let idle = try RawSocket(port: server.port)
        idle.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(idle.head().hasPrefix("HTTP/1.1 200 OK\r\n"))
        server.program.signal()
        // The server closes idle connections when it begins to drain, and each loop does so at its own time: that the
        // signal has arrived is sure when this one is closed, whose answer is `{"status":"ok"}`.
        #expect(idle.rest() == Array(#"{"status":"ok"}"#.utf8))
        slow.send("ok")
        let answer = try #require(slow.lastAnswer())
        #expect(answer.status == 405)
        #expect(try answer.problemStatus() == 405)
        #expect(try server.program.wait() == .code(0))
        #expect(try server.program.errors().contains("drained"))
    }

    @Test("A second signal ends it at once")
    func twice() throws {
        let server = try Akistata.with()
        let slow = try RawSocket.underWay(port: server.port)
        let idle = try RawSocket(port: server.port)
        idle.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(idle.head().hasPrefix("HTTP/1.1 200 OK\r\n"))
        server.program.signal()
        #expect(idle.rest() != nil)
        server.program.signal()
        #expect(try server.program.wait() == .signal(SIGTERM))
        #expect(slow.rest() == [])
    }
}
