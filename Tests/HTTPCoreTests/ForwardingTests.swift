import Foundations
import Testing

@testable import HTTPCore

@Suite("What proxies say of a request")
struct ForwardingTests {
    /// Trusted are 10.0.0.0/8 and 2001:db8:1::/48. The authority without a proxy's word is `inner`.
    private func follow(_ lines: [String], _ family: TrustedProxies.Fields) throws -> [String?] {
        let wire = "GET /a HTTP/1.1\r\nHost: inner\r\n" + lines.map { $0 + "\r\n" }.joined() + "\r\n"
        var (head, buffer) = try parsed(wire)
        var proxies = try #require(TrustedProxies("10.0.0.0/8,2001:db8:1::/48"))
        proxies.fields = family
        let client = head.follow(proxies, in: buffer.span).map { String(decoding: $0, as: UTF8.self) }
        let request = Request(buffer: buffer, base: 0, head: head)
        return [client, "\(request.scheme)", request.authority]
    }

    private func parsed(_ wire: String) throws -> (head: RequestHead, buffer: [UInt8]) {
        let buffer = Array(wire.utf8)
        var parser = RequestParser(limits: Limits())
        guard case .request(let head) = parser.parse(buffer.span) else { throw ParseError.malformedField }
        return (head, buffer)
    }

    /// Values of Forwarded, and client, scheme and authority.
    private static let forwarded: [([String], [String?])] = [
        ([], [nil, "http", "inner"]),
        (["for=192.0.2.43"], ["192.0.2.43", "http", "inner"]),
        (["For=192.0.2.43; PROTO=HTTPS ;hOST=a.example"], ["192.0.2.43", "https", "a.example"]),
        ([#"for="192.0.2.43:47011";host="a.example:8443""#], ["192.0.2.43:47011", "http", "a.example:8443"]),
        ([#"for="[2001:db8:cafe::17]:4711""#], ["[2001:db8:cafe::17]:4711", "http", "inner"]),
        ([#"for="[2001:db8:cafe::17]""#], ["[2001:db8:cafe::17]", "http", "inner"]),
        ([#"for="[::ffff:192.0.2.1]""#], ["192.0.2.1", "http", "inner"]),
        (["for=_gazonk"], ["_gazonk", "http", "inner"]),
        ([#"for="_a.B-9_:_port""#], ["_a.B-9_:_port", "http", "inner"]),
        ([#"for="192.0.2.43:_port""#], ["192.0.2.43", "http", "inner"]),
        (["for=unknown;proto=https"], ["unknown", "https", "inner"]),
        // The client's own word stands to the left.
        (["for=6.6.6.6;host=evil, for=192.0.2.43;proto=https"], ["192.0.2.43", "https", "inner"]),
        (["for=10.6.6.6;host=evil", "for=192.0.2.43"], ["192.0.2.43", "http", "inner"]),
        (["for=6.6.6.6", "for=192.0.2.43, for=10.0.0.1"], ["192.0.2.43", "http", "inner"]),
        ([#"for=192.0.2.43, for="[2001:db8:1::2]""#], ["192.0.2.43", "http", "inner"]),
        ([#"for=nonsense;host="a/b", for=192.0.2.43"#], ["192.0.2.43", "http", "inner"]),
        ([(1...50).map { "for=10.0.0.\($0)" }.joined(separator: ",")], ["10.0.0.19", "http", "inner"]),
        ([String(repeating: "for=_,", count: 1_000) + "for=192.0.2.43"], ["192.0.2.43", "http", "inner"]),
        // The proxy that met the client knows how it came.
        (["for=192.0.2.43;proto=https;host=a, for=10.0.0.1;proto=http;host=b"], ["192.0.2.43", "https", "a"]),
        (["for=192.0.2.43;host=a, for=10.0.0.1;proto=https;host=b"], ["192.0.2.43", "https", "a"]),
        (["for=10.0.0.2;proto=https, for=10.0.0.1"], ["10.0.0.2", "https", "inner"]),
        (["for=6.6.6.6, proto=https;host=a"], [nil, "https", "a"]),
        (["for=6.6.6.6, for=_hidden, for=10.0.0.1"], ["_hidden", "http", "inner"]),
        // What does not matter, and what may be empty.
        ([#"by="[::1]:80";for=192.0.2.43;secret="a\"b, for=1.1.1.1";x=y"#], ["192.0.2.43", "http", "inner"]),
        ([",, ;for=192.0.2.43; ,"], ["192.0.2.43", "http", "inner"]),
        (["for=192.0.2.43", ""], ["192.0.2.43", "http", "inner"]),
        (["for=192.0.2.43;proto=wss"], ["192.0.2.43", "http", "inner"]),
        // A malformed value says nothing, and what stands to the left of it does not count.
        (["for=192.0.2.43;host="], [nil, "http", "inner"]),
        (["for=192.0.2.43;host=a/b"], [nil, "http", "inner"]),
        ([#"for=192.0.2.43;host="a b""#], [nil, "http", "inner"]),
        ([#"for=192.0.2.43;host="evil.example/\"><b>""#], [nil, "http", "inner"]),
        ([#"for=192.0.2.43;host="user@a""#], [nil, "http", "inner"]),
        ([#"for=192.0.2.43;host="a:65536""#], [nil, "http", "inner"]),
        ([#"for=192.0.2.43;host="[::1""#], [nil, "http", "inner"]),
        ([#"for=192.0.2.43;host="\a""#], [nil, "http", "inner"]),
        (["for=192.0.2.43;for=192.0.2.44"], [nil, "http", "inner"]),
        (["for=192.0.2.43;proto=http;proto=https"], [nil, "http", "inner"]),
        (["for =192.0.2.43"], [nil, "http", "inner"]),
        (["for= 192.0.2.43"], [nil, "http", "inner"]),
        (["for"], [nil, "http", "inner"]), (["=a"], [nil, "http", "inner"]), (["for="], [nil, "http", "inner"]),
        ([#"for=""#], [nil, "http", "inner"]), ([#"for="\"#], [nil, "http", "inner"]),
        ([#"for="""#], [nil, "http", "inner"]), (["for=2001:db8::1"], [nil, "http", "inner"]),
        ([#"for="2001:db8::1""#], [nil, "http", "inner"]), ([#"for="[192.0.2.1]""#], [nil, "http", "inner"]),
        ([#"for="192.0.2.43:""#], [nil, "http", "inner"]), ([#"for="192.0.2.43:65536""#], [nil, "http", "inner"]),
        ([#"for="192.0.2.43:123456""#], [nil, "http", "inner"]), ([#"for="[::1]x""#], [nil, "http", "inner"]),
        (["for=_"], [nil, "http", "inner"]), (["for=_a$"], [nil, "http", "inner"]),
        (["for=a.example"], [nil, "http", "inner"]),
        (["for=6.6.6.6, for=192.0.2.43;proto=https x"], [nil, "http", "inner"]),
        // An open quotation mark of the client's reaches no further than its own line.
        ([#"for=""#, "for=192.0.2.43;proto=https"], ["192.0.2.43", "https", "inner"]),
        ([#"for=6.6.6.6;x="a"#, #"for=192.0.2.43;x="b""#], ["192.0.2.43", "http", "inner"]),
        (["for=6.6.6.6, \"", "for=10.0.0.1"], [nil, "http", "inner"]),
    ]

    @Test("Forwarded names the last that is no proxy, and how that one came", arguments: forwarded)
    func forwardedField(values: [String], expected: [String?]) throws {
        #expect(try follow(values.map { "Forwarded: \($0)" }, .forwarded) == expected, "\(values)")
    }

    /// Lines, and client, scheme and authority.
    private static let xForwarded: [([String], [String?])] = [
        (["X-Forwarded-For: 192.0.2.43"], ["192.0.2.43", "http", "inner"]),
        (
            ["x-forwarded-for: 192.0.2.43", "X-Forwarded-Proto: https", "X-Forwarded-Host: a.example:8443"],
            ["192.0.2.43", "https", "a.example:8443"]
        ),
        (["X-Forwarded-For: 192.0.2.43:80"], ["192.0.2.43:80", "http", "inner"]),
        (["X-Forwarded-For: 2001:db8::17"], ["[2001:db8::17]", "http", "inner"]),
        (["X-Forwarded-For: [2001:db8::17]:80"], ["[2001:db8::17]:80", "http", "inner"]),
        (["X-Forwarded-For: unknown"], ["unknown", "http", "inner"]),
        // The client's own word stands to the left.
        (["X-Forwarded-For: 6.6.6.6, 192.0.2.43"], ["192.0.2.43", "http", "inner"]),
        (["X-Forwarded-For: 10.6.6.6", "X-Forwarded-For: 192.0.2.43, 10.0.0.1"], ["192.0.2.43", "http", "inner"]),
        (["X-Forwarded-For: 10.0.0.2,10.0.0.1"], ["10.0.0.2", "http", "inner"]),
        (["X-Forwarded-For: \", 192.0.2.43"], ["192.0.2.43", "http", "inner"]),
        (["X-Forwarded-For: nonsense, 192.0.2.43"], ["192.0.2.43", "http", "inner"]),
        (["X-Forwarded-For: 192.0.2.43, nonsense"], [nil, "http", "inner"]),
        (
            ["X-Forwarded-For: " + (1...50).map { "10.0.0.\($0)" }.joined(separator: ",")],
            ["10.0.0.19", "http", "inner"]
        ),
        (["X-Forwarded-For: "], [nil, "http", "inner"]), (["X-Forwarded-For: , ,"], [nil, "http", "inner"]),
        // Each has added its own, or one alone has said it.
        (
            [
                "X-Forwarded-For: 6.6.6.6, 192.0.2.43, 10.0.0.1", "X-Forwarded-Proto: http, https, http",
                "X-Forwarded-Host: evil, a, b",
            ], ["192.0.2.43", "https", "a"]
        ),
        (["X-Forwarded-For: 192.0.2.43, 10.0.0.1", "X-Forwarded-Proto: https"], ["192.0.2.43", "https", "inner"]),
        (["X-Forwarded-For: 192.0.2.43", "X-Forwarded-Proto: http, https"], ["192.0.2.43", "https", "inner"]),
        (["X-Forwarded-Proto: https"], [nil, "https", "inner"]), (["X-Forwarded-Host: a"], [nil, "http", "a"]),
        // What is no scheme and no host is not taken for one.
        (["X-Forwarded-Proto: javascript"], [nil, "http", "inner"]),
        (["X-Forwarded-Host: a/b"], [nil, "http", "inner"]),
        (["X-Forwarded-Host: a\"b"], [nil, "http", "inner"]), (["X-Forwarded-Host: u@a"], [nil, "http", "inner"]),
        (["X-Forwarded-Host: " + String(repeating: "a", count: 300)], [nil, "http", "inner"]),
    ]

    @Test("X-Forwarded-For names the last that is no proxy; X-Forwarded-Proto and -Host, how", arguments: xForwarded)
    func xForwardedFields(lines: [String], expected: [String?]) throws {
        #expect(try follow(lines, .xForwarded) == expected, "\(lines)")
    }

    @Test("Of two families, only the one counts that the proxies set")
    func families() throws {
        let lines = [
            "Forwarded: for=6.6.6.6;proto=https;host=b", "X-Forwarded-For: 192.0.2.43", "X-Forwarded-Host: a",
        ]
        #expect(try follow(lines, .xForwarded) == ["192.0.2.43", "http", "a"])
        #expect(try follow(lines, .forwarded) == ["6.6.6.6", "https", "b"])
        #expect(try follow(["Forwarded: for=6.6.6.6;host=b"], .xForwarded) == [nil, "http", "inner"])
        #expect(try follow(["X-Forwarded-For: 6.6.6.6"], .forwarded) == [nil, "http", "inner"])
    }

    @Test("Origin, number of the host and key of a cache tell schemes and forwarded hosts apart")
    func keys() throws {
        var table = HostTable()
        var (origins, numbers, keys): ([String?], Set<UInt32>, Set<[UInt8]>) = ([], [], [])
        for lines in [[], ["X-Forwarded-Proto: https"], ["X-Forwarded-Proto: http"], ["X-Forwarded-Host: outer"]] {
            let wire = "GET / HTTP/1.1\r\nHost: inner\r\n" + lines.map { $0 + "\r\n" }.joined() + "\r\n"
            var (head, buffer) = try parsed(wire)
            _ = head.follow(try #require(TrustedProxies("10.0.0.0/8")), in: buffer.span)
            let request = Request(buffer: buffer, base: 0, head: head)
            let reading = table.read(request)
            origins.append(reading.origin?.description)
            numbers.insert(reading.number)
            var key: [UInt8] = []
            request.appendKey(of: FieldNames([.host]), to: &key)
            keys.insert(key)
        }
        #expect(origins == ["http://inner", "https://inner", "http://inner", "http://outer"])
        #expect(numbers.count == 3 && keys.count == 4)
    }
}
