import API
import Foundation
import TestSupport
import Testing

@Suite("A list")
struct ListTests {
    private let service: Service

    init() throws { service = try Service() }

    @Test(
        "says how many records there are, and leads from page to page and back", arguments: Service.lists, [1, 2, 7])
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
            let root = url.hasPrefix("/api/v1/@1.0.0/") ? "/api/v1/@1.0.0" : "/api/v1"
            #expect(try page.links()["first"] as? String == "\(root)/\(list)?limit=\(limit)")
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
        let first = try service.get("/api/v1/events?limit=5&category=return&category=law")
        let page = try service.get(try #require(try first.links()["next"] as? String))
        let links = try page.links()
        let field = try #require(page["Link"])
        for relation in ["next", "prev", "first"] {
            guard let url = links[relation] as? String else { continue }
            #expect(field.contains("<\(url)>; rel=\"\(relation)\""))
            #expect(url.contains("category=return&category=law"))
        }
        #expect(links["prev"] is String)
    }

    @Test(
        "is narrowed by its filters",
        arguments: [
            (
                "events?category=return",
                ["first-waiver-1931-05-09", "second-waiver-1931-06-03", "returning-1931", "returning-until-october"]
            ),
            ("events?statistic=returned-by-may", ["first-waiver-1931-05-09"]),
            ("events?place=school", ["school-opens"]),
            ("events?from=1932&category=law", []),
            ("events?from=1931-04-12&to=1931-04-12&category=law", ["order-12", "resolution-1931-04-12"]),
            ("events?actor=landlords", ["first-waiver-1931-05-09", "second-waiver-1931-06-03"]),
            ("events?source=diary-1931", ["river-in-spring"]),
            ("events?q=sluic", ["upper-sluice"]),
            ("events?q=sliuz", ["upper-sluice"]),
            ("events?q=AUKSTUTINIS%20sliuz", ["upper-sluice"]),
            ("statistics?contested=true", ["returned-left-by-june", "returned-right-by-june"]),
            ("statistics?measure=drowned", ["drowned"]),
            ("statistics?population=island-families", ["returned-on-islands"]),
            ("statistics?source=diary-1931", ["boats-1931-spring"]),
            ("claims?statistic=returned-right-by-june&attribution=other-data", ["25"]),
            ("claims?min=10000", ["10378", "10378"]),
            ("claims?min=24&max=25&source=river-chronicle", ["24", "25"]),
            ("checks?kind=share", ["fined-left-share", "fined-right-share"]),
            ("discrepancies?kind=sum-mismatch&verdict=contradiction", ["flooded-sum"]),
            ("discrepancies?verdict=within-rounding", ["sandbags-sum"]),
            ("discrepancies?kind=count-decreases", ["sandbags-16-april-to-april", "returned-june-to-october"]),
            ("sources?independence=main", ["river-chronicle"]),
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
        let returning = try service.all("/api/v1/events?category=return").count
        #expect(try service.all("/api/v1/events?category=law&category=return").count == law + returning)
        #expect(try service.all("/api/v1/events?category=law&place=school").isEmpty)
    }

    @Test(
        "is sorted by its keys, in both directions",
        arguments: [
            ("events", "title", "title"), ("events", "id", "id"),
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

    @Test(
        "is sorted by time, what has an open start by its end",
        arguments: [("events", ""), ("events", "&sort=date"), ("statistics", "&sort=period")])
    func sortingByTime(list: String, query: String) throws {
        let records = try service.get("/api/v1/\(list)?limit=1000\(query)").records()
        let days = records.compactMap { ($0["earliest"] as? String) ?? ($0["latest"] as? String) }
        #expect(days.count == records.count)
        #expect(days == days.sorted())
        #expect(records.contains { $0["earliest"] is NSNull })
    }

    @Test(
        "asked for a time, reads an open end up to the dataset's period, which is March to October 1931, and says so",
        arguments: [
            // “By October 1931” may be any month of the flood, and not 1900.
            ("to=1900", false), ("to=1931-02", false), ("to=1931-03", true), ("from=1931-10", true),
            ("from=1931-11", false), ("from=1931&to=1931", true),
        ])
    func openEnds(query: String, isFound: Bool) throws {
        let answer = try service.get("/api/v1/events?limit=1000&" + query)
        #expect(try answer.ids().contains("returning-until-october") == isFound)
        let read = try #require(try answer.meta()["openEnds"] as? [String: String])
        #expect(read == ["from": "1931-03-01", "to": "1931-10-31"])
        #expect(try service.get("/api/v1/events?limit=1").meta()["openEnds"] == nil)
    }

    @Test(
        "finds what has an open end outside of the dataset's period as far as its own date is known to reach",
        arguments: [
            ("../1899", "to=1899-01", true), ("../1899", "to=1898", false), ("/1899", "from=1899&to=1899", true),
            ("2001/..", "from=2001-12", true), ("2001/", "from=2002", false), ("2001/..", "from=1932&to=2000", false),
        ])
    func openEndsElsewhere(date: String, query: String, isFound: Bool) throws {
        let dataset = try #require(
            SparseDataset.withoutRelations.dataset.replacing(
                #""date": "1931-06""#, with: #""date": "\#(date)""#, in: "events.json"))
        let ids = try Service(snapshot: dataset.load()).get("/api/v1/events?" + query).ids()
        #expect(ids.contains("relief") == isFound)
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
        #expect(try Set(service.get("/api/v1/events/order-12?fields=date").record().keys) == ["date"])
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
