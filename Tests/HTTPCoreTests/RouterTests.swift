import Testing

@testable import HTTPCore

@Suite("Router")
struct RouterTests {
    /// What a match comes to, as text: output and parameters, or the failure.
    private func answer(_ method: Method, _ path: String) throws -> String {
        var builder = RouterBuilder<String>()
        try builder.add(.get, "/", "root")
        try builder.add(.get, "/api/v1/events", "list")
        try builder.add(.get, "/api/v1/events/{id}", "event")
        try builder.add(.get, "/api/v1/events/latest/day", "day")
        try builder.add(.post, "/api/v1/events", "create")
        try builder.add(.put, "/a/{x}/{y}", "two")
        try builder.add(.get, "/sheets/{id}", "sheet")
        try builder.add(.get, "/sheets/{id}.gift", "gift")
        try builder.add(.get, "/sheets/{id}.gift/parts", "parts")
        try builder.add(.options, "/own", "own options")
        try builder.add(.head, "/own", "own head")
        try builder.add(.get, "/own", "own get")
        switch builder.router().match(method, path: path) {
        case .found(let output, let parameters):
            return ([output] + ["id", "x", "y"].compactMap { parameters[$0] }).joined(separator: " ")
        case .options(let allow): return "options: \(allow)"
        case .methodNotAllowed(let allow): return "405: \(allow)"
        case .notFound: return "404"
        case .badPath: return "400"
        }
    }

    @Test(
        "Every path leads where the table says",
        arguments: [
            (Method.get, "/", "root"), (.head, "/", "root"), (.get, "/api/v1/events", "list"),
            (.post, "/api/v1/events", "create"), (.get, "/api/v1/events/1944", "event 1944"),
            (.get, "/api/v1/events/latest", "event latest"), (.get, "/api/v1/events/latest/day", "day"),
            (.get, "/api/v1/%65vents", "list"), (.get, "/api/v1/events/a%2Fb", "event a/b"),
            (.put, "/a/1/2", "two 1 2"), (.get, "/sheets/a.b", "sheet a.b"), (.get, "/sheets/a.gift", "gift a"),
            (.get, "/sheets/.gift", "sheet .gift"), (.get, "/sheets/a.gift.gift", "gift a.gift"),
            (.get, "/sheets/%61%2Egift", "gift a"), (.get, "/sheets/a.gift/parts", "parts a"),
            (.get, "/sheets/a/parts", "404"),
            (.get, "/api/v1/events/%C5%BE", "event ž"), (.options, "/own", "own options"), (.head, "/own", "own head"),
            (.get, "/api/v1", "404"), (.get, "/api/v1/events/", "404"), (.get, "/api/v1/events/a/b", "404"),
            (.get, "//", "404"), (.get, "/a/1", "404"), (.get, "/a/1/", "404"), (.get, "/API/v1/events", "404"),
            (.get, "/x/../", "404"), (.options, "/none", "404"), (.get, "/a/%/%", "400"), (.get, "/%FF", "400"),
            (.delete, "/", "405: GET, HEAD, OPTIONS"), (.delete, "/api/v1/events", "405: GET, HEAD, OPTIONS, POST"),
            (.get, "/a/1/2", "405: OPTIONS, PUT"), (.head, "/a/1/2", "405: OPTIONS, PUT"),
            (.options, "/", "options: GET, HEAD, OPTIONS"), (.options, "/a/1/2", "options: OPTIONS, PUT"),
        ])
    func table(method: Method, path: String, expected: String) throws {
        #expect(try answer(method, path) == expected)
    }

    @Test(
        "Routes that cannot be told apart, or are none, are refused at registration",
        arguments: [
            ("/a", RouteError.duplicateRoute(.get, "/a")), ("/b/{id}", .duplicateRoute(.get, "/b/{id}")),
            ("/b/{name}", .conflictingParameter("name", other: "id")), ("a", .malformedPattern("a")),
            ("", .malformedPattern("")), ("/{}", .malformedPattern("/{}")), ("/x{y}", .malformedPattern("/x{y}")),
            ("/{a}/{a}", .malformedPattern("/{a}/{a}")), ("/{a}b}", .malformedPattern("/{a}b}")),
            ("/b/{id}.c", .duplicateRoute(.get, "/b/{id}.c")),
            ("/b/{name}.c", .conflictingParameter("name", other: "id")),
            ("/{a}.{b}", .malformedPattern("/{a}.{b}")), ("/{a.b", .malformedPattern("/{a.b")),
        ])
    func conflicts(pattern: String, error: RouteError) throws {
        var builder = RouterBuilder<Int>()
        try builder.add(.get, "/a", 1)
        try builder.add(.get, "/b/{id}", 2)
        try builder.add(.get, "/b/{id}.c", 4)
        #expect(throws: error) { try builder.add(.get, pattern, 3) }
    }

    @Test("OPTIONS * names every method that some route has")
    func asterisk() throws {
        var builder = RouterBuilder<Int>()
        try builder.add(.get, "/a", 1)
        try builder.add(.post, "/b", 2)
        let router = builder.router()
        guard case .options(let allow) = router.match(try Request(method: .options, target: "*")) else {
            Issue.record("not matched")
            return
        }
        #expect(allow == "GET, HEAD, OPTIONS, POST")
        guard case .found(1, _) = router.match(try Request(target: "/a?b")) else {
            Issue.record("not matched")
            return
        }
    }
}
