import API
import Evidence
import Foundations
import HTTPCore
import TestSupport
import Testing
import Wording

@Suite("Every route")
struct RouteTests {
    static let paths = ["/", "/api/v1"] + Service.lists.map { "/api/v1/" + $0 }

    private let service: Service

    init() throws { service = try Service() }

    @Test("answers GET with JSON that any page may read", arguments: paths + ["/healthz", "/readyz"])
    func json(path: String) throws {
        let answer = try service.get(path)
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == "application/json")
        #expect(answer["Access-Control-Allow-Origin"] == "*")
        #expect(
            answer["Access-Control-Expose-Headers"] == "Link, ETag, Memento-Datetime, Retry-After, X-Request-Id, Allow")
        #expect(answer["X-Content-Type-Options"] == "nosniff")
        _ = try answer.json()
    }

    @Test("answers HEAD with the fields of GET", arguments: paths)
    func head(path: String) throws {
        let get = try service.get(path)
        let head = try service.answer(.head, path)
        #expect(head.status == get.status)
        for name in ["ETag", "Content-Type", "Vary", "Link", "Last-Modified", "Cache-Control", "Content-Language"] {
            #expect(head[name] == get[name], "\(name)")
        }
    }

    @Test(
        "answers OPTIONS with Allow, and a preflight request with it",
        arguments: paths + ["/healthz", "/api/v1/events/x"])
    func options(path: String) throws {
        let answer = try service.answer(
            .options, path, ["Origin": "https://school.example", "Access-Control-Request-Method": "GET"])
        #expect(answer.status == 204)
        #expect(answer["Allow"] == "GET, HEAD, OPTIONS")
        #expect(answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS")
        #expect(answer["Access-Control-Allow-Origin"] == "*")
        #expect(answer.body.isEmpty)
    }

    @Test("refuses to be written to", arguments: paths, [HTTPCore.Method.post, .put, .delete, .patch])
    func methods(path: String, method: HTTPCore.Method) throws {
        let answer = try service.answer(method, path)
        #expect(answer.status == 405)
        #expect(answer["Allow"] == "GET, HEAD, OPTIONS")
        #expect(answer["Content-Type"] == "application/problem+json")
        #expect(answer["Access-Control-Allow-Origin"] == "*")
    }

    @Test(
        "that does not exist is a problem that says where to look",
        arguments: ["/apis", "/api/v2", "/api/v2/", "/x", "/api/v1/events/a/b"])
    func missing(path: String) throws {
        let answer = try service.get(path)
        let problem = try answer.json()
        #expect(answer.status == 404)
        #expect(problem["status"] as? Int == 404)
        #expect(problem["title"] as? String == "Not Found")
        #expect(problem["type"] as? String == "about:blank")
        #expect(problem["instance"] as? String == path)
        #expect((problem["detail"] as? String)?.contains("/api/v1") == true)
    }

    @Test("of a list has a URL for JSON by suffix, which does not vary by Accept", arguments: Service.lists)
    func suffix(list: String) throws {
        let plain = try service.get("/api/v1/\(list)")
        let suffixed = try service.get("/api/v1/\(list).json", ["Accept": "text/html"])
        #expect(suffixed.status == 200)
        #expect(try suffixed.ids() == plain.ids())
        #expect(plain["Vary"] == "accept, accept-language, accept-encoding")
        #expect(suffixed["Vary"] == "accept-language, accept-encoding")
        #expect(try service.get("/api/v1/\(list).json?lang=lt")["Vary"] == "accept-encoding")
        let id = try #require(try plain.ids().first)
        let item = try service.get("/api/v1/\(list)/\(id).json")
        #expect(try item.record()["id"] as? String == id)
    }

    @Test(
        "gives what Accept allows, and 406 when nothing fits",
        arguments: [
            ("*/*", 200), ("application/json", 200), ("application/*;q=0.1", 200), ("text/html, */*;q=0.8", 200),
            ("text/html", 406),
            ("application/json;q=0", 406), ("image/png, video/*", 406), ("text/*", 200),
        ])
    func accept(accept: String, status: Int) throws {
        for path in ["/api/v1", "/api/v1/events", "/api/v1/statistics/sandbags-april"] {
            let answer = try service.get(path, ["Accept": accept])
            #expect(answer.status == status, "\(path)")
            if status == 406 { #expect(answer.text.contains("application/json")) }
        }
    }

    @Test("tells readiness apart from health while draining")
    func draining() throws {
        service.drain()
        #expect(try service.get("/healthz").status == 200)
        let ready = try service.get("/readyz")
        #expect(ready.status == 503)
        #expect(ready["Cache-Control"] == "no-store")
    }

    @Test("is asked at /metrics for what whoever runs it has counted")
    func metrics() throws {
        let application = try Application(try Service.snapshot.get(), site: Site(.shipped), metrics: { "counted 1\n" })
        let answer = Answer(application.responder().respond(to: try Request(target: "/metrics")))
        #expect(answer["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
        #expect(answer.text == "counted 1\n")
    }

    @Test("links only to what is there: everything from the index, and every record's own links")
    func crawl() throws {
        var seen: Set<String> = []
        var waiting = ["/"]
        while let url = waiting.popLast() {
            guard seen.insert(url).inserted else { continue }
            let answer = try service.get(url)
            #expect(answer.status == 200, "\(url)")
            if answer["Content-Type"] == "application/json" { waiting += urls(in: try answer.json()) }
        }
        for list in Service.lists {
            for record in try service.all("/api/v1/\(list)") {
                let id = try #require(record["id"] as? String)
                #expect(seen.contains("/api/v1/\(list)/\(id)"))
            }
        }
    }

    /// Every string in `links`, however deep.
    private func urls(in value: Any, isLinks: Bool = false) -> [String] {
        switch value {
        case let object as [String: Any]: object.flatMap { urls(in: $1, isLinks: isLinks || $0 == "links") }
        case let array as [Any]: array.flatMap { urls(in: $0, isLinks: isLinks) }
        case let text as String: isLinks && text.hasPrefix("/") ? [text] : []
        default: []
        }
    }
}
