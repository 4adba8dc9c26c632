import Evidence
import Foundations
import TestSupport
import Testing
import Wording

@Suite("A wrong parameter")
struct ParameterTests {
    private let service: Service

    init() throws { service = try Service() }

    /// The `errors` of a 400.
    private func errors(_ target: String) throws -> [[String: Any]] {
        let answer = try service.get(target)
        #expect(answer.status == 400, "\(target)")
        #expect(answer["Content-Type"] == "application/problem+json")
        #expect(try answer.json()["instance"] as? String == target)
        return try answer.json()["errors"] as? [[String: Any]] ?? []
    }

    @Test(
        "is 400, named, with what is accepted and the nearest spelling",
        arguments: [
            ("/api/v1/events?limt=5", "limt", "limit"),
            ("/api/v1/events?year=1944", "year", "from=1944&to=1944"),
            ("/api/v1/statistics?Year=1931-04", "Year", "from=1931-04&to=1931-04"),
            ("/api/v1/checks?year=843", "year", "from=0843&to=0843"),
            ("/api/v1/timeline?date=1931-04%3F/..", "date", "from=1931-04%3F/..&to=1931-04%3F/.."),
            ("/api/v1/discrepancies?year=last", "year", "from"),
            ("/api/v1/events?categry=law", "categry", "category"),
            ("/api/v1/events?category=laws", "category", "law"),
            ("/api/v1/events?statistic=sandbag-april", "statistic", "sandbags-april"),
            ("/api/v1/statistics?contested=treu", "contested", nil),
            ("/api/v1/events?sort=dat", "sort", "date"),
            ("/api/v1/events?fields=id,titel", "fields", "title"),
            ("/api/v1/events?lang=en-GB", "lang", nil),
            ("/api/v1/events?pretty=yes", "pretty", nil),
            ("/api/v1/events?limit=0", "limit", nil),
            ("/api/v1/events?limit=1001", "limit", nil),
            ("/api/v1/events?limit=-1", "limit", nil),
            ("/api/v1/events?limit=99999999999999999999", "limit", nil),
            ("/api/v1/events?limit=5&limit=6", "limit", nil),
            ("/api/v1/events?from=1944-13", "from", nil),
            ("/api/v1/events?to=yesterday", "to", nil),
            ("/api/v1/claims?min=many", "min", nil),
            ("/api/v1/claims?min=1e-9223372036854775808", "min", nil),
            ("/api/v1/discrepancies?verdict=contradictions", "verdict", "contradiction"),
            ("/api/v1/events?cursor=abc", "cursor", nil),
            ("/api/v1/sources/diary-1931?lng=lt", "lng", "lang"),
            ("/api/v1?language=lt", "language", nil),
            ("/healthz?x=1", "x", nil),
        ] as [(String, String, String?)])
    func named(target: String, parameter: String, nearest: String?) throws {
        let error = try #require(try errors(target).first { $0["parameter"] as? String == parameter })
        let detail = try #require(error["detail"] as? String)
        if let nearest { #expect(detail.contains("“\(nearest)”"), "\(detail)") }
        if target != "/healthz?x=1" { #expect((error["accepts"] as? [String])?.isEmpty == false) }
    }

    @Test(
        "that is a date in another form says how EDTF writes it",
        arguments: [
            ("44%20BC", "-0043"), ("-331", "-0330"), ("circa%201348", "1348~"), ("12th%20century", "11XX"),
            ("331", "0331"),
        ])
    func dates(value: String, meant: String) throws {
        let error = try #require(try errors("/api/v1/events?from=" + value).first)
        #expect((error["detail"] as? String)?.hasSuffix(" Did you mean “\(meant)”?") == true, "\(error)")
    }

    @Test("does not hide another: all are told at once")
    func all() throws {
        let errors = try errors("/api/v1/events?limt=5&pretty=no&lang=xx&fields=nothing&category=laws&limit=0")
        let named = errors.compactMap { $0["parameter"] as? String }
        #expect(Set(named) == ["limt", "pretty", "lang", "fields", "category", "limit"])
    }

    @Test(
        "is not answered with much more than was sent, however often it is repeated",
        arguments: [
            String(repeating: "a&", count: 2_000), String(repeating: "limit=x&", count: 500),
            "fields=" + String(repeating: ",", count: 4_000), (0..<900).map { "p\($0)&" }.joined(),
            String(repeating: "category=x&", count: 500), (0..<500).map { "actor=x\($0)&" }.joined(),
        ])
    func amplification(query: String) throws {
        let answer = try service.get("/api/v1/events?" + query)
        #expect(answer.status == 400)
        #expect(answer.body.count < 12_000, "\(answer.body.count)")
    }

    @Test("that is an unknown word and one that is a bad filter value are both refused")
    func filterValues() throws {
        let errors = try errors("/api/v1/events?category=laws&place=nowhere&from=x")
        #expect(Set(errors.compactMap { $0["parameter"] as? String }) == ["category", "place", "from"])
    }

    @Test(
        "that does not decode says at which byte",
        arguments: [
            ("/api/v1/events?q=%zz", "byte 2"), ("/api/v1/events?q=%ff", "byte 2"),
            ("/api/v1/events?limit=1&q=%4", "byte 10"),
        ])
    func undecodable(target: String, place: String) throws {
        let answer = try service.get(target)
        #expect(answer.status == 400)
        #expect(answer.text.contains(place), "\(answer.text)")
    }

    @Test("that is a cursor of another query is 400 and says so")
    func cursors() throws {
        let next = try #require(try service.get("/api/v1/events?limit=2").links()["next"] as? String)
        let cursor = try #require(next.split(separator: "cursor=").last)
        let detail = try errors("/api/v1/events?category=law&cursor=\(cursor)").first?["detail"] as? String
        #expect(detail?.contains("another query") == true)
        #expect(try service.get("/api/v1/events?limit=3&cursor=\(cursor)").status == 200)
        #expect(try service.get("/api/v1/sources?cursor=\(cursor)").status == 400)
    }

    @Test(
        "A range that ends before it begins is told as that",
        arguments: [
            ("/api/v1/claims?min=100&max=10", "min"), ("/api/v1/events?from=1932&to=1931", "from"),
        ])
    func reversed(target: String, parameter: String) throws {
        #expect(try errors(target).first?["parameter"] as? String == parameter)
    }

    @Test("Several values in one are told to be given apart")
    func commas() throws {
        let detail = try errors("/api/v1/events?category=law,relief").first?["detail"] as? String
        #expect(detail?.contains("repeat the parameter") == true)
    }

    @Test("A page's link works for a reader of another language, unless the order is that of a language")
    func sharedCursor() throws {
        let fields: KeyValuePairs = ["Accept-Language": "lt"]
        let next = try #require(try service.get("/api/v1/events?limit=2", fields).links()["next"] as? String)
        #expect(try service.get(next).status == 200)
        let sorted = try service.get("/api/v1/events?limit=2&sort=title", fields)
        let byTitle = try #require(try sorted.links()["next"] as? String)
        #expect(try service.get(byTitle).status == 400)
        #expect(try service.get(byTitle, fields).status == 200)
    }

    @Test(
        "A mistyped path is told the nearest one",
        arguments: [
            ("/api/v1/discrepencies", "/api/v1/discrepancies"), ("/api/v1/Events", "/api/v1/events"),
            ("/healthy", "/healthz"), ("/claims", "/api/v1/claims"),
            ("/open-api.json", "/api/v1/openapi.json"), ("/api/v1/openapi", "/api/v1/openapi.json"),
            ("/api/v1/stat", "/api/v1/statistics"), ("/api/v1/events.cvs", "/api/v1/events.csv"),
            ("/api/v1/cite/statistic/sandbags-april", "/api/v1/cite/statistics/sandbags-april"),
            ("/api/v1/events&limit=3", "/api/v1/events?limit=3"),
        ])
    func nearestPath(target: String, nearest: String) throws {
        let answer = try service.get(target)
        #expect(answer.status == 404)
        #expect(answer.text.contains("Did you mean “\(nearest)”?"), "\(answer.text)")
    }

    @Test(
        "What other services call by another name is told by ours",
        arguments: [
            ("/api/v1/events?language=lt", "“lang”"), ("/api/v1/events?page=2", "“cursor”"),
            ("/api/v1/events?per_page=3", "“limit”"), ("/api/v1/search?query=river", "“q”"),
            ("/api/v1/events?format=csv", "suffix of the path"), ("/api/v1/statistics?contested=yes", "“true”"),
            ("/api/v1/statistics?pretty", "“true”"), ("/api/v1/claims?attribution=other", "“other-data”"),
            ("/api/v1/claims?viewpoint=diary", "“diary-1931”"), ("/api/v1/claims?min=1,000", "Write 1000"),
            ("/api/v1/charts/statistics/sandbags-april.gif", "as “gif”"),
        ])
    func otherNames(target: String, hint: String) throws {
        let answer = try service.get(target)
        #expect(answer.text.contains(hint), "\(answer.text)")
    }

    @Test("A figure is found with and without marks between its digits", arguments: ["2,301", "2301"])
    func figures(figure: String) throws {
        #expect(try service.get("/api/v1/discrepancies?q=\(figure)").ids() == ["flooded-sum"])
        #expect(try service.get("/api/v1/statistics?q=\(figure)").ids() == ["flooded-both"])
    }

    @Test("What is not known is in no range of numbers")
    func unknownFigures() throws {
        let claims = try service.all("/api/v1/claims?min=2301&max=2301")
        #expect(claims.map { $0["id"] as? String } == ["flooded-both-main"])
    }

    @Test(
        "An unknown id is 404 with the nearest one",
        arguments: [
            ("/api/v1/statistics/sandbags-mayx", "sandbags-may"),
            ("/api/v1/discrepancies/sandbag-sum", "sandbags-sum"),
            ("/api/v1/sources/diary1931", "diary-1931"),
        ])
    func nearestId(target: String, nearest: String) throws {
        let answer = try service.get(target)
        #expect(answer.status == 404)
        #expect(answer.text.contains("“\(nearest)”"))
    }

    @Test("An id is decoded once, and whatever it holds is text")
    func hostileIds() throws {
        for id in [
            "%22%3Cscript%3E", "%252e", "..%2f..%2fetc", "%00", "%0d%0aX:%20y", String(repeating: "a", count: 4_000),
        ] {
            let answer = try service.get("/api/v1/events/" + id)
            #expect(answer.status == 404)
            _ = try answer.json()
        }
        #expect(try service.get("/api/v1/events/%ff").status == 400)
        #expect(try service.get("/api/v1/events/order%2D12").status == 200)
    }
}
