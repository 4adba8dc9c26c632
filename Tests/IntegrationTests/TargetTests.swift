import Testing

@Suite("Methods, targets and expectations (RFC 9110, RFC 9112)")
struct TargetTests {
    private static let read = "GET, HEAD, OPTIONS"

    @Test(
        "A method is answered by what it is and where",
        arguments: [
            ("TRACE /healthz", 405, read), ("POST /healthz", 405, read), ("PUT /api/v1/events", 405, read),
            ("DELETE /api/v1", 405, read), ("PATCH /", 405, read), ("POST /nowhere", 404, nil),
            ("OPTIONS *", 204, read), ("OPTIONS /healthz", 204, read), ("OPTIONS /nowhere", 404, nil),
            ("CONNECT example.org:443", 501, nil), ("CONNECT /healthz", 501, nil), ("BREW /healthz", 501, nil),
            ("get /healthz", 501, nil), ("GETS /healthz", 501, nil),
        ] as [(String, Int, String?)])
    func methods(line: String, status: Int, allow: String?) throws {
        let answer = try answer(to: line)
        #expect(answer.status == status)
        #expect(answer["allow"] == allow)
        if status != 204 { #expect(try answer.problemStatus() == status) }
    }

    @Test(
        "A target is read as it is written: decoded once, segment by segment, never rewritten",
        arguments: [
            ("/healthz", 200), ("/h%65althz", 200), ("/%68%65%61%6c%74%68%7A", 200),
            // Dot segments are the client's to remove (RFC 3986 section 5.2.4); here they are names of nothing.
            ("/api/../healthz", 404), ("/./healthz", 404), ("/%2e%2e/healthz", 404), ("/../../etc/passwd", 404),
            ("//healthz", 404), ("/healthz/", 308), ("/api%2Fv1", 404), ("/api/v1/events/a%2Fb", 404),
            ("/h%2565althz", 404), ("/healthz%00", 404),
            ("/%FF", 400), ("/%C0%AF", 400), ("/%ED%A0%80", 400), ("/%", 400), ("/%6", 400), ("/%zz", 400),
            ("/healthz#top", 400), ("healthz", 400), ("*", 400), ("/\u{e9}", 400), ("example.org:80", 400),
            ("http://elsewhere.example/healthz", 200), ("HTTP://elsewhere.example:81/healthz", 200),
            ("https://elsewhere.example/healthz", 200), ("http://elsewhere.example", 200),
            ("http://[::1]/healthz", 200),
            ("http://elsewhere.example?pretty=true", 200), ("ftp://elsewhere.example/healthz", 400),
            ("http:///healthz", 400),
            ("http://user@elsewhere.example/healthz", 400), ("http://elsewhere.example:65536/healthz", 400),
            ("http:/healthz", 400), ("http://elsewhere.example/nowhere", 404),
        ])
    func targets(target: String, status: Int) throws {
        #expect(try answer(to: "GET " + target).status == status)
    }

    @Test("A target with letters that are not encoded is refused with the one to send, which is answered")
    func unencoded() throws {
        let refusal = try answer(to: "GET /api/v1/search?q=žmonės")
        #expect(refusal.status == 400)
        let target = "/api/v1/search?q=%C5%BEmon%C4%97s"
        #expect((try refusal.json()["detail"] as? String)?.contains("Send “\(target)” instead.") == true)
        #expect(try answer(to: "GET " + target).status == 200)
    }

    @Test(
        "An absolute target needs a Host too, and wins over it",
        arguments: [("", 400), ("Host: \r\n", 400), ("Host: a b\r\n", 400), ("Host: other\r\n", 200)])
    func absolute(fields: String, status: Int) throws {
        #expect(try answer(to: "GET http://elsewhere.example/healthz", fields: fields).status == status)
    }

    @Test(
        "Who expects 100 gets it where the content will be read, and the refusal at once where not",
        arguments: [
            ("POST /healthz HTTP/1.1\r\nContent-Length: 2\r\n", [100, 405]),
            ("POST /healthz HTTP/1.1\r\nTransfer-Encoding: chunked\r\n", [100, 405]),
            ("GET /healthz HTTP/1.1\r\nContent-Length: 2\r\n", [100, 200]),
            ("GET /healthz HTTP/1.1\r\n", [200]), ("GET /healthz HTTP/1.1\r\nContent-Length: 0\r\n", [200]),
            ("POST /healthz HTTP/1.1\r\nContent-Length: 70000\r\n", [413]),
            ("POST /healthz HTTP/1.1\r\nContent-Length: 2\r\nExpect: tea\r\n", [417]),
            ("BREW /healthz HTTP/1.1\r\nContent-Length: 2\r\n", [501]),
        ])
    func expectations(head: String, statuses: [Int]) throws {
        let server = try Akistata.with()
        let socket = try RawSocket(port: server.port)
        socket.send(head + "Host: a\r\nExpect: 100-continue\r\n\r\n")
        for (index, status) in statuses.enumerated() {
            #expect(socket.head().hasPrefix("HTTP/1.1 \(status) "))
            let content = head.contains("chunked") ? "2\r\nok\r\n0\r\n\r\n" : "ok"
            if index == 0, status == 100 { socket.send(content) }
        }
    }

    @Test("HTTP/1.0 knows no Expect: it is not answered with 100")
    func expectationOfOld() throws {
        let server = try Akistata.with()
        let socket = try RawSocket(port: server.port)
        socket.send("POST /healthz HTTP/1.0\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\nok")
        let answer = try #require(socket.lastAnswer())
        #expect(answer.status == 405)
        #expect(answer.interim == [])
    }

    /// The answer to a request of that line, after which the connection closes.
    private func answer(to line: String, fields: String = "Host: a\r\n") throws -> Answer {
        let server = try Akistata.with()
        let socket = try RawSocket(port: server.port)
        socket.send("\(line) HTTP/1.1\r\n\(fields)Connection: close\r\n\r\n")
        return try #require(socket.lastAnswer())
    }
}
