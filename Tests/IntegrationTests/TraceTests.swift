import Testing

@Suite("The field traceparent")
struct TraceTests {
    private static let trace = "0af7651916cd43dd8448eb211c80319c"
    private static let parent = "b7ad6b7169203331"

    @Test("One that is known is logged, as far as it is known, and any other is not")
    func logged() throws {
        let known = "-\(TraceTests.trace)-\(TraceTests.parent)-01"
        #expect(try log("00\(known)") == "00\(known)")
        #expect(try log("cc\(known)-what the future\u{A0}brings") == "cc\(known)")
        #expect(try log("00\(known) status=200 client=10.0.0.1") == nil)
    }

    @Test("One that comes twice is not")
    func twice() throws {
        #expect(
            try log(
                "00-\(TraceTests.trace)-\(TraceTests.parent)-01\r\nTraceparent: 00-\(TraceTests.trace)-\(TraceTests.parent)-01"
            ) == nil)
    }

    /// What stands in the log of a request with the value; nil for nothing.
    private func log(_ value: String) throws -> String? {
        let server = try Akistata.with()
        let socket = try RawSocket(port: server.port)
        socket.send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTraceparent: \(value)\r\n\r\n")
        #expect(try #require(socket.lastAnswer()).status == 200)
        let line = try #require(try server.stop().log.first { $0.contains("/healthz") })
        // Nothing comes after it.
        #expect(line.firstMatch(of: #/ micros=\d+( traceparent=\S+)?$/#) != nil)
        return line.firstMatch(of: #/ traceparent=(.*)$/#).map { String($0.1) }
    }
}
