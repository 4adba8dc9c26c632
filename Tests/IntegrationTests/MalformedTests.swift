import Foundation
import Testing

@Suite("Bytes that are no request")
struct MalformedTests {
    @Test(
        "They are answered with a problem document, and the connection is closed in order",
        arguments: [
            ("nonsense\r\n\r\n", 400), ("GET /\r\n\r\n", 400), ("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("GET / HTTP/1.1\nHost: a\n\n", 400), ("GET / HTTP/1.1\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400),
            ("GET nowhere HTTP/1.1\r\nHost: a\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: a\r\n b: c\r\n\r\n", 400),
            ("\u{16}\u{03}\u{01}\u{02}\u{00}\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 400),
            ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505), ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        ])
    func refused(bytes: String, status: Int) throws {
        let server = try Akistata.with()
        let socket = try RawSocket(port: server.port)
        socket.send(bytes)
        let answer = try #require(socket.lastAnswer())
        #expect(answer.status == status)
        #expect(try answer.problemStatus() == status)
        #expect(answer["connection"] == "close")
        #expect(answer["content-length"] == "\(answer.body.count)")
        #expect(try Curl().get(server.origin + "/healthz").status == 200)
    }

    @Test("What came before them is answered, what comes after is not")
    func pipelined() throws {
        let server = try Akistata.with()
        let socket = try RawSocket(port: server.port)
        socket.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nnonsense\r\n\r\nGET /readyz HTTP/1.1\r\nHost: a\r\n\r\n")
        let text = String(decoding: try #require(socket.rest()), as: UTF8.self)
        #expect(text.components(separatedBy: "HTTP/1.1 ").dropFirst().map { $0.prefix(3) } == ["200", "400"])
    }
}
