import Foundation
import Testing

@Suite("Restarts under load")
struct PortHandoverTests {
    #if os(Linux)
        @Test("One server takes over from another five times, and not one request fails", arguments: [1, 3])
        func restarts(loops: Int) throws {
            var server = try Akistata.with("--share-port", "--loops", "\(loops)")
            let load = Load(port: server.port)
            for _ in 0..<5 {
                load.more(100)
                let next = try Akistata([
                    "--host", "127.0.0.1", "--port", "\(server.port)", "--share-port", "--loops", "\(loops)",
                ])
                #expect(try server.stop().exit == .code(0))
                server = next
            }
            load.more(100)
            let (answered, failures) = load.end()
            #expect(answered >= 600)
            #expect(failures == [])
        }
    #endif

    @Test("A port is shared only by servers that both say so", arguments: [(false, true), (true, false)])
    func notShared(first: Bool, second: Bool) throws {
        let server = try Akistata(
            ["--host", "127.0.0.1", "--port", "0", "--loops", "1"] + (first ? ["--share-port"] : []))
        let run = try Program.run(
            ["serve", "--host", "127.0.0.1", "--port", "\(server.port)", "--loops", "1"]
                + (second ? ["--share-port"] : []))
        #expect(run.exit == .code(1))
        #expect(run.errors == "akistata: 127.0.0.1:\(server.port) is already in use\n")
        #expect(try Curl().get(server.origin + "/healthz").status == 200)
    }

    @Test("After SIGTERM it is not ready, yet answers, until the delay is over")
    func delay() throws {
        let server = try Akistata.with("--drain-delay", "2s")
        let curl = try Curl()
        #expect(try curl.get(server.origin + "/readyz").status == 200)
        server.program.signal()
        while try curl.get(server.origin + "/readyz").status == 200 {}
        #expect(try curl.get(server.origin + "/readyz").status == 503)
        #expect(try Curl().get(server.origin + "/healthz").status == 200)
        #expect(try server.program.wait() == .code(0))
        #expect(throws: Curl.Failure.self) { try Curl().get(server.origin + "/healthz") }
    }

    @Test("What is not done when the time to drain is over is cut off, and that is exit code 0, too")
    func timeout() throws {
        let server = try Akistata.with("--drain-timeout", "100ms")
        let slow = try RawSocket.underWay(port: server.port)
        let (exit, log) = try server.stop()
        #expect(exit == .code(0))
        #expect(log.contains { $0.contains("cut off") })
        #expect(slow.rest() == [])
    }

    @Test("A storm of SIGHUP under load loses nothing, nor does it end a server that drains")
    func storm() throws {
        let server = try Akistata.with()
        let load = Load(port: server.port)
        for _ in 0..<50 {
            server.program.signal(SIGHUP)
            load.more(2)
        }
        let (answered, failures) = load.end()
        #expect(answered >= 100)
        #expect(failures == [])
        let slow = try RawSocket.underWay(port: server.port)
        let idle = try RawSocket(port: server.port)
        idle.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(idle.head().hasPrefix("HTTP/1.1 200 "))
        server.program.signal()
        #expect(idle.rest() != nil)
        server.program.signal(SIGHUP)
        slow.send("ok")
        #expect(try #require(slow.lastAnswer()).status == 405)
        #expect(try server.program.wait() == .code(0))
    }

    @Test("The host :: takes IPv4, too, and 0.0.0.0 IPv4 alone", arguments: [("::", true), ("0.0.0.0", false)])
    func families(host: String, isDual: Bool) throws {
        let server = try Akistata(["--host", host, "--port", "0"])
        #expect(try Curl().get("http://127.0.0.1:\(server.port)/healthz").status == 200)
        let answer = try? Curl().get("http://[::1]:\(server.port)/healthz")
        #expect((answer?.status == 200) == isDual)
    }
}
