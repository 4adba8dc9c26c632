import API
import Foundation
import TestSupport
import Testing

@Suite("A list")
struct ListTests {
    private let service: Service

    init() throws { service = try Service() }

    @Test(
        "says how many records there are, and leads from page to page and back", arguments: RouteTests.lists, [1, 2, 7])
    func pages(list: String, limit: Int) throws {
        let whole = try service.get("/api/v1/\(list)?limit=1000").ids()
        var forward: [[String]] = []
        var next: String? = "/api/v1/\(list)?limit=\(limit)"
        var last = ""
        while let url = next {
            let page = try service.get(url)
            let meta = try page.meta()
            #expect(meta["total"] as? Int == whole.count)
            #expect(meta["limit"] as? Int == limit)
            #expect(meta["count"] as? Int == (try page.ids().count))
            #expect(try page.links()["self"] as? String == url)
            #expect(try page.links()["first"] as? String == "/api/v1/\(list)?limit=\(limit)")
            forward.append(try page.ids())
            last = url
            next = try page.links()["next"] as? String
        }
        #expect(forward.flatMap { $0 } == whole)
        #expect(Set(whole).count == whole.count)
        var backward: [[String]] = []
        var previous: String? = last
        while let url = previous {
            let page = try service.get(url)
            backward.insert(try page.ids(), at: 0)
            previous = try page.links()["prev"] as? String
        }
        #expect(backward == forward)
    }

    @Test("has the same links in the body and in the Link field (RFC 8288)")
    func linkField() throws {
        let first = try service.get("/api/v1/events?limit=5&category=legalisation&category=law")
        let page = try service.get(try #require(try first.links()["next"] as? String))
        let links = try page.links()
        let field = try #require(page["Link"])
        for relation in ["next", "prev", "first"] {
            guard let url = links[relation] as? String else { continue }
            #expect(field.contains("<\(url)>; rel=\"\(relation)\""))
            #expect(url.contains("category=legalisation&category=law"))
        }
        #expect(links["prev"] is String)
    }

    @Test(
        "is narrowed by its filters",
        arguments: [
            (
                "events?category=legalisation",
                ["amnesty-1945-02-09", "amnesty-1945-06-03", "legalisation-1944-1945", "legalisation-until-1957"]
            ),
            ("events?statistic=legalised-by-1945-06", ["amnesty-1945-02-09"]),
            ("events?place=kaunas", ["reporting-in-kaunas-1944"]),
            ("events?from=1957&category=law", []),
            ("events?from=1944-12-12&to=1944-12-12&category=law", ["order-064", "resolution-1944-12-12"]),
            ("events?actor=lcp-cc-bureau", ["resolution-1944-12-12"]),
            ("events?source=vardys-1969", ["the-underground-in-1945"]),
            ("events?q=atlant", ["atlantic-charter"]),
            ("events?q=chartij", ["atlantic-charter"]),
            ("events?q=ATLANTO%20chartij", ["atlantic-charter"]),
            ("statistics?contested=true", ["legalised-dodgers-by-1945-12", "legalised-deserters-by-1945-12"]),
            ("statistics?measure=fallen", ["fallen-lithuanian-soldiers"]),
            ("statistics?population=partisans", ["legalised-partisans-by-1957"]),
            ("statistics?source=vardys-1969", ["armed-partisans-1945-spring"]),
            ("claims?statistic=legalised-deserters-by-1945-12&attribution=other-data", ["2522"]),
            ("claims?min=100000", ["108378", "108378"]),
            ("claims?min=2423&max=2522&source=tininis-summary-en", ["2423", "2522"]),
            ("checks?kind=share", ["imprisoned-dodgers-sentenced", "imprisoned-deserters-sentenced"]),
            ("discrepancies?kind=sum-mismatch&verdict=contradiction", ["taken-by-force-sum"]),
            ("discrepancies?verdict=within-rounding", ["mobilised-sum"]),
            ("discrepancies?kind=count-decreases", ["kantor-september-1944", "legalised-1945-to-1957"]),
            ("sources?independence=main", ["tininis-summary-en"]),
        ] as [(String, [String])])
    func filters(query: String, expected: [String]) throws {
        let records = try service.all("/api/v1/" + query)
        let found = records.map { record in
            query.hasPrefix("claims")
                ? (record["value"] as? Int).map(String.init) ?? "unknown" : record["id"] as? String ?? ""
        }
        #expect(Set(found) == Set(expected), "\(query): \(found)")
    }

    @Test("is narrowed by several filters together, and widened by repeating one")
    func combination() throws {
        let law = try service.all("/api/v1/events?category=law").count
        let legalisation = try service.all("/api/v1/events?category=legalisation").count
        #expect(try service.all("/api/v1/events?category=law&category=legalisation").count == law + legalisation)
        #expect(try service.all("/api/v1/events?category=law&place=kaunas").isEmpty)
    }

    @Test(
        "is sorted by its keys, in both directions",
        arguments: [
            ("events", "date", "earliest"), ("events", "title", "title"), ("events", "id", "id"),
            ("statistics", "title", "title"),
            ("claims", "value", "value"), ("sources", "id", "id"),
        ])
    func sorting(list: String, key: String, member: String) throws {
        let up = try service.get("/api/v1/\(list)?limit=1000&sort=\(key)").records()
        let down = try service.get("/api/v1/\(list)?limit=1000&sort=-\(key)").records()
        #expect(up.count == down.count && up.count > 5)
        for (records, sign) in [(up, 1), (down, -1)] {
            for (left, right) in zip(records, records.dropFirst()) {
                #expect(order(left[member], right[member]) * sign <= 0, "\(left["id"] ?? "") \(right["id"] ?? "")")
            }
        }
    }

    /// Below zero when the left one is less; null is least.
    private func order(_ left: Any?, _ right: Any?) -> Int {
        switch (left, right) {
        case (let left as Double, let right as Double): left < right ? -1 : left > right ? 1 : 0
        case (let left as String, let right as String):
            left.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
                .compare(
                    right.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil), options: .literal
                ).rawValue
        default: (left is NSNull ? 0 : 1) - (right is NSNull ? 0 : 1)
        }
    }

    @Test("gives only the members asked for, in their own order")
    func fields() throws {
        let answer = try service.get("/api/v1/events?fields=title,id&limit=3")
        #expect(answer.text.hasPrefix("{\"data\":[{\"id\":"))
        for record in try answer.records() { #expect(Set(record.keys) == ["id", "title"]) }
        #expect(try Set(service.get("/api/v1/events/amnesty-1945-02-09?fields=date").record().keys) == ["date"])
    }

    @Test("is the same when it is pretty, and read by people")
    func pretty() throws {
        let plain = try service.get("/api/v1/discrepancies?limit=2")
        let pretty = try service.get("/api/v1/discrepancies?limit=2&pretty=true")
        #expect(
            NSDictionary(dictionary: ["data": try plain.records()])
                == NSDictionary(dictionary: ["data": try pretty.records()]))
        #expect(pretty.text.hasPrefix("{\n  \"data\": [\n    {\n      \"id\": "))
        #expect(pretty.text.hasSuffix("}\n"))
        #expect(pretty["ETag"] != plain["ETag"])
    }
}
