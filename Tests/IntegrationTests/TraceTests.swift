import Testing

@Suite("The field traceparent")
struct TraceTests {
    private static let trace = "0af7651916cd43dd8448eb211c80319c"
    private static let parent = "b7ad6b7169203331"

    @Test(
        "One that W3C Trace Context knows is logged, as far as it is known",
        arguments: [
            ("00-\(trace)-\(parent)-01", "00-\(trace)-\(parent)-01"),
            ("00-\(trace)-\(parent)-ff", "00-\(trace)-\(parent)-ff"),
            ("01-\(trace)-\(parent)-01", "01-\(trace)-\(parent)-01"),
            ("cc-\(trace)-\(parent)-01-what the future\u{A0}brings", "cc-\(trace)-\(parent)-01"),
            ("fe-\(trace)-\(parent)-00-", "fe-\(trace)-\(parent)-00"),
        ])
    func known(value: String, logged: String) throws {
        #expect(try log(value) == logged)
    }

    @Test(
        "Any other is not",
        arguments: [
            "", "0", "00", "00-\(trace)-\(parent)", "00-\(trace)-\(parent)-", "00-\(trace)-\(parent)-1",
            "00-\(trace)-\(parent)-01-", "00-\(trace)-\(parent)-01-a", "00-\(trace)-\(parent)-011",
            "ff-\(trace)-\(parent)-01", "01-\(trace)-\(parent)-01a", "0-\(trace)-\(parent)-001",
            "00-\(trace.uppercased())-\(parent)-01", "00-\(trace)-\(parent.uppercased())-01",
            "0A-\(trace)-\(parent)-01",
            "00-\(trace)-\(parent)-0A", "00-\(String(repeating: "0", count: 32))-\(parent)-01",
            "00-\(trace)-\(String(repeating: "0", count: 16))-01", "00_\(trace)_\(parent)_01",
            "00-\(trace) \(parent)-01",
            "00-\(trace.dropLast())-\(parent)0-01", "00-\(trace)-\(parent)-01 status=200 client=10.0.0.1",
            "00-\(trace)-\(parent)-01, 00-\(trace)-\(parent)-01", "00-\(trace.dropLast(2))é-\(parent)-01",
            "00-\(trace.dropLast())g-\(parent)-01", "\u{202E}00-\(trace)-\(parent)-01",
        ])
    func unknown(value: String) throws {
        #expect(try log(value) == nil)
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
