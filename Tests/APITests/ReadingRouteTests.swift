import Foundation
import TestSupport
import Testing

@Suite("The readings of a check in pages")
struct ReadingRouteTests {
    private typealias Object = [String: Any]

    private let service: Service

    init() throws { service = try Service() }

    private func labels(_ path: String) throws -> [String?] {
        try service.get("/api/v1/" + path).records().map { $0["label"] as? String }
    }

    @Test(
        "are those that decide, or on request the mixed ones",
        arguments: [
            ("checks/returned-parts/readings", ["main", "other-data"]),
            ("checks/returned-parts/readings?mixed=true", ["mixed", "mixed"]),
            ("checks/returned-parts/readings?offset=1", ["other-data"]),
            ("checks/returned-parts/readings?mixed=true&offset=1&limit=1", ["mixed"]),
            ("checks/returned-parts/readings?offset=2", []), ("checks/river-law-force/readings", []),
        ])
    func pages(path: String, labels: [String]) throws {
        #expect(try self.labels(path) == labels)
    }

    @Test("lead from one page to the next and back")
    func links() throws {
        let query = "checks/returned-parts/readings?mixed=true&limit=1&lang=lt"
        let first = try service.get("/api/v1/" + query)
        // A walk goes on in the version where it began.
        let path = "/api/v1/@1.0.0/" + query
        #expect(first["Link"]?.contains("<\(path)&offset=1>; rel=\"next\"") == true)
        let next = try #require((try first.json()["links"] as? Object)?["next"] as? String)
        let second = try service.get(next).json()
        let links = try #require(second["links"] as? Object)
        #expect(links["next"] is NSNull)
        #expect(links["self"] as? String == path + "&offset=1")
        #expect(links["prev"] as? String == path + "&offset=0")
        #expect(links["first"] as? String == path)
        #expect((second["meta"] as? Object)?["mixed"] as? Int == 2)
    }

    @Test(
        "begin at an offset that there can be, and are no more than a page has",
        arguments: ["offset=-1", "offset=1001", "offset=x", "limit=0", "limit=101", "limit=5000"])
    func bounds(query: String) throws {
        #expect(try service.get("/api/v1/checks/returned-parts/readings?" + query).status == 400)
    }

    @Test("of no check are not found")
    func unknown() throws {
        #expect(try service.get("/api/v1/checks/nothing/readings").status == 404)
    }
}
