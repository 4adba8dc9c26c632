import Foundations
import Testing

@testable import HTTPCore

@Suite("Request")
struct RequestTests {
    private func fields(_ lines: [(FieldName, String)]) -> Fields {
        var fields = Fields()
        for (name, value) in lines { fields.append(name, value) }
        return fields
    }

    @Test(
        "A target splits into path and query, and an absolute one gives the authority",
        arguments: [
            ("/", "/", nil, "localhost"), ("/a/b?c=d?e", "/a/b", "c=d?e", "localhost"), ("/?", "/", "", "localhost"),
            ("http://b:1/x?y", "/x", "y", "b:1"), ("HTTPS://b", "/", nil, "b"), ("http://b?q", "/", "q", "b"),
        ] as [(String, String, String?, String)])
    func targets(target: String, path: String, query: String?, authority: String) throws {
        let request = try Request(target: target)
        #expect(request.path == path)
        #expect(request.query == query)
        #expect(request.authority == authority)
        #expect(request.target == target)
    }

    @Test(
        "Segments are decoded once, after the split",
        arguments: [
            ("/", [""]), ("/a/b", ["a", "b"]), ("/a/", ["a", ""]), ("/a%2Fb", ["a/b"]), ("/%2541", ["%41"]),
            ("/%C4%85+", ["ą+"]), ("//", ["", ""]),
        ])
    func segments(target: String, segments: [String]) throws {
        #expect(try Request(target: target).pathSegments() == segments)
    }

    @Test("A path that does not decode is refused", arguments: ["/%", "/%4", "/%zz", "/%FF", "/a/%C4"])
    func badSegments(target: String) throws {
        let request = try Request(target: target)
        #expect(throws: ParseError.invalidTarget) { try request.pathSegments() }
    }

    @Test("Fields are found without case, repeated ones joined, absent ones nil")
    func fieldLookup() throws {
        let request = try Request(
            target: "/", fields: fields([(.accept, "a"), (.etag, ""), (.accept, "b;q=0.1"), (.userAgent, " x ")]))
        #expect(request.field(.accept) == "a, b;q=0.1")
        #expect(request.field(.etag) == "")
        #expect(request.field(.userAgent) == "x")
        #expect(request.field(.vary) == nil)
        #expect(request.hasField(.etag))
        #expect(!request.hasField(.vary))
        #expect(request.field(try #require(FieldName("ACCEPT"))) == "a, b;q=0.1")
        #expect(request.anyFieldValue(.accept) { $0.count > 1 })
        #expect(!request.anyFieldValue(.accept) { $0.count > 9 })
    }

    @Test("A request in the middle of a buffer reads the same")
    func base() throws {
        let wire = Array("xxGET /a?b HTTP/1.1\r\nHost: h\r\nAccept: c\r\n\r\n".utf8)
        var parser = RequestParser(limits: Limits())
        guard case .request(let head) = parser.parse(wire.span.extracting(2...)) else {
            Issue.record("not parsed")
            return
        }
        let request = Request(buffer: wire, base: 2, head: head)
        #expect(request.path == "/a")
        #expect(try request.queryString().items == [.init(name: "b", value: "", offset: 0)])
        #expect(request.field(.accept) == "c")
        #expect(request.authority == "h")
    }

    @Test("A target that would break the request line is refused")
    func injection() {
        #expect(throws: ParseError.self) { try Request(target: "/ HTTP/1.1\r\nX: y\r\n\r\n") }
        #expect(throws: ParseError.malformedRequestLine) { try Request(target: "") }
    }
}

@Suite("Query string")
struct QueryStringTests {
    @Test(
        "Names and values are decoded, in order, empty pieces skipped",
        arguments: [
            ("", []), ("a=b", [("a", "b")]), ("a=b&&c", [("a", "b"), ("c", "")]), ("=x", [("", "x")]),
            ("a=b=c", [("a", "b=c")]), ("q=%C5%BE+%2B", [("q", "ž +")]), ("a=1&a=2", [("a", "1"), ("a", "2")]),
        ] as [(String, [(String, String)])])
    func decoding(text: String, pairs: [(String, String)]) throws {
        let items = try QueryString(text).items
        #expect(items.map(\.name) == pairs.map(\.0))
        #expect(items.map(\.value) == pairs.map(\.1))
    }

    @Test(
        "What does not decode says where",
        arguments: [
            ("a=%", QueryStringError.invalidPercent(offset: 2)), ("a=b&c=%4", .invalidPercent(offset: 6)),
            ("%zz=1", .invalidPercent(offset: 0)), ("a=b&c=%FF", .invalidUTF8(offset: 6)),
        ])
    func errors(text: String, error: QueryStringError) {
        #expect(throws: error) { try QueryString(text) }
    }

    @Test("Offsets and repeated values are kept")
    func values() throws {
        let query = try QueryString("a=1&b=2&a=3")
        #expect(query.values("a") == ["1", "3"])
        #expect(query.values("c").isEmpty)
        #expect(query.items.map(\.offset) == [0, 4, 8])
    }

    @Test("Encoding is undone by decoding", arguments: ["", "a b", "ąž/?&=+%", "~-._", "\0\n"])
    func roundTrip(text: String) throws {
        #expect(try QueryString("x=" + PercentEncoding.encode(text)).values("x") == [text])
    }
}
