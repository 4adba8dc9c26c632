import Foundation
import Testing

@Suite("Over the limit")
struct LimitTests {
    private static let head = "GET /healthz HTTP/1.1\r\nHost: a\r\n"

    @Test(
        "A request over a limit gets its status, and then an orderly close",
        arguments: [
            (["--head-timeout", "100ms"], head, 408),
            (["--content-timeout", "100ms"], head + "Content-Length: 2\r\n\r\na", 408),
            (["--content-timeout", "100ms"], head + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n", 408),
            (["--max-content", "4"], head + "Content-Length: 5\r\n\r\nhello", 413),
            (["--max-content", "4"], head + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 413),
            (["--max-content", "0"], head + "Content-Length: 1\r\n\r\n", 413),
            (
                ["--max-target", "64"], "GET /" + String(repeating: "a", count: 64) + " HTTP/1.1\r\nHost: a\r\n\r\n",
                414
            ),
            (["--max-head", "1024"], head + "A: " + String(repeating: "a", count: 1_024) + "\r\n\r\n", 431),
            (["--max-fields", "8"], head + String(repeating: "A: b\r\n", count: 8) + "\r\n", 431),
        ])
    func refused(options: [String], bytes: String, status: Int) throws {
        let server = try Akistata(["--host", "127.0.0.1", "--port", "0"] + options)
        let socket = try RawSocket(port: server.port)
        socket.send(bytes)
        let answer = try #require(socket.lastAnswer())
        #expect(answer.status == status)
        #expect(try answer.problemStatus() == status)
        #expect(answer["connection"] == "close")
        #expect(try Curl().get(server.origin + "/healthz").status == 200)
    }

    @Test(
        "At a limit a request is answered",
        arguments: [
            (["--max-content", "4"], "GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nfull"),
            (
                ["--max-target", "64"],
                "GET /healthz" + String(repeating: "/", count: 56) + " HTTP/1.1\r\nHost: a\r\n\r\n"
            ),
            (["--max-fields", "8"], head + String(repeating: "A: b\r\n", count: 7) + "\r\n"),
        ])
    func allowed(options: [String], bytes: String) throws {
        let server = try Akistata(["--host", "127.0.0.1", "--port", "0"] + options)
        let socket = try RawSocket(port: server.port)
        socket.send(bytes)
        #expect(!["400", "413", "414", "431"].contains(socket.head().dropFirst(9).prefix(3)))
    }

    @Test(
        "A connection too many is told so, and when to come again",
        arguments: [("--max-connections", 503), ("--max-connections-per-address", 429)])
    func connections(option: String, status: Int) throws {
        let server = try Akistata.with(option, "1")
        let first = try RawSocket(port: server.port)
        first.send(LimitTests.head + "\r\n")
        #expect(first.head().hasPrefix("HTTP/1.1 200 "))
        let second = try RawSocket(port: server.port)
        let answer = try #require(second.lastAnswer())
        #expect(try answer.problemStatus() == status)
        #expect(answer.status == status)
        #expect(answer["retry-after"] == "5")
        #expect(answer["connection"] == "close")
    }

    @Test("The last request that a connection may make is answered with close")
    func requests() throws {
        let server = try Akistata.with("--max-requests-per-connection", "2")
        let socket = try RawSocket(port: server.port)
        socket.send(String(repeating: LimitTests.head + "\r\n", count: 3))
        let text = String(decoding: try #require(socket.rest()), as: UTF8.self)
        #expect(text.components(separatedBy: "HTTP/1.1 200 ").count == 3)
        #expect(text.components(separatedBy: "connection: close\r\n").count == 2)
    }

    @Test("A connection that is idle for too long is closed without a word")
    func idle() throws {
        let server = try Akistata.with("--idle-timeout", "100ms")
        let socket = try RawSocket(port: server.port)
        socket.send("HEAD /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(socket.head().hasPrefix("HTTP/1.1 200 "))
        #expect(socket.rest() == [])
    }

    @Test("A client that never reads is cut off, with all that waits for it")
    func neverReads() throws {
        let server = try Akistata.with("--write-timeout", "100ms")
        let socket = try RawSocket(port: server.port)
        // Far more answers than sockets hold.
        socket.send(String(repeating: "GET /api/v1/claims?limit=1000 HTTP/1.1\r\nHost: a\r\n\r\n", count: 500))
        #expect(socket.isReset())
        #expect(try Curl().get(server.origin + "/healthz").status == 200)
    }
}
