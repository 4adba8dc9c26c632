import Foundation
import TestSupport
import Testing

@Suite("A record")
struct RecordTests {
    private let service: Service

    init() throws { service = try Service() }

    @Test(
        "has the members that clients rely on",
        arguments: [
            (
                "statistics",
                "id title measure population unit period earliest latest contested low high claims discrepancies events"
            ),
            ("claims", "id statistic value low high qualifier printed attribution rank source locator"),
            ("events", "id title summary date earliest latest category actors places statistics citations"),
            ("checks", "id kind verdict statistics readings"),
            (
                "discrepancies",
                "id kind verdict title explanation question check statistics claims difference citations"
            ),
            ("sources", "id type title language licence independence access"),
        ])
    func members(list: String, names: String) throws {
        let records = try service.all("/api/v1/\(list)")
        #expect(!records.isEmpty)
        for record in records {
            let missing = names.split(separator: " ").map(String.init).filter { record[$0] == nil }
            #expect(missing.isEmpty, "\(record["id"] ?? ""): \(missing)")
        }
    }

    @Test(
        "has no member that fields= does not know, and fields= knows none that is never there",
        arguments: Service.lists)
    func documented(list: String) throws {
        let answer = try service.get("/api/v1/\(list)?fields=?")
        let errors = try answer.json()["errors"] as? [[String: Any]]
        let known = Set(try #require(errors?.first?["accepts"] as? [String]))
        // A viewpoint adds members, where there are figures.
        let view = ["events", "sources"].contains(list) ? "" : "?viewpoint=main"
        let used = try service.all("/api/v1/\(list)\(view)").reduce(into: Set<String>()) { $0.formUnion($1.keys) }
        // A problem names no more than so many: what it leaves out is asked for.
        for name in used.subtracting(known) {
            #expect(try service.get("/api/v1/\(list)?fields=\(name)&limit=1").status == 200, "\(name)")
        }
        // CSL members are left out where they are not known.
        if list != "sources" { #expect(used == known) }
    }

    @Test("of a contested figure puts both claims side by side, with the place of each")
    func contested() throws {
        let record = try service.get("/api/v1/statistics/returned-left-by-june").record()
        #expect(record["contested"] as? Bool == true)
        #expect(record["low"] as? Int == 273)
        #expect(record["high"] as? Int == 345)
        let claims = try #require(record["claims"] as? [[String: Any]])
        #expect(claims.map { $0["printed"] as? String } == ["273", "345"])
        #expect(claims.map { $0["attribution"] as? String } == ["main", "other-data"])
        for claim in claims {
            #expect(
                NSDictionary(dictionary: claim["locator"] as? [String: Any] ?? [:]) == ["paragraph": 2, "sentence": 3])
        }
        let discrepancies = try #require(record["discrepancies"] as? [String])
        #expect(
            Set(discrepancies).isSuperset(of: [
                "returned-left-by-june-claims", "returned-parts", "returned-june-to-october",
            ]))
    }

    @Test("of a discrepancy shows its arithmetic, line by line, in the reader's language")
    func arithmetic() throws {
        let record = try service.get("/api/v1/discrepancies/flooded-sum?lang=lt").record()
        let readings = try #require(record["readings"] as? [[String: Any]])
        #expect(
            readings.compactMap { $0["arithmetic"] as? String } == ["1\u{A0}200 + 801 = 2\u{A0}001 ≠ 2\u{A0}301"])
        #expect((record["difference"] as? [String: Any])?["absolute"] as? Int == 300)
    }

    @Test("of a discrepancy between figures told twice has a reading for each strand, and counts the mixed ones")
    func readings() throws {
        let record = try service.get("/api/v1/discrepancies/returned-parts").record()
        let readings = try #require(record["readings"] as? [[String: Any]])
        #expect(readings.map { $0["label"] as? String } == ["main", "other-data"])
        #expect(readings.map { $0["count"] as? Int } == [1, 1])
        #expect(record["readingCount"] as? Int == 2)
        #expect(record["mixed"] as? Int == 2)
        #expect(readings.last?["arithmetic"] as? String == "345 + 25 = 370 > 361")
        #expect((record["difference"] as? [String: Any])?["absolute"] as? Int == 9)
        #expect((record["claims"] as? [[String: Any]])?.count == 5)
    }

    @Test("of a tension publishes no difference")
    func tension() throws {
        let record = try service.get("/api/v1/discrepancies/fined-left-share").record()
        #expect(record["verdict"] as? String == "tension")
        #expect(record["difference"] is NSNull)
        for reading in try #require(record["readings"] as? [[String: Any]]) { #expect(reading["difference"] is NSNull) }
    }

    @Test("whose sides cannot be subtracted says why, and is explained even where it holds")
    func comparability() throws {
        let tension = try service.get("/api/v1/discrepancies/fined-left-share").record()
        let reason = try #require(tension["comparability"] as? [String: Any])
        #expect(reason["differs"] as? String == "population")
        #expect((reason["reason"] as? String)?.isEmpty == false)
        let check = try service.get("/api/v1/checks/cattle-back-among-driven").record()
        #expect(check["verdict"] as? String == "consistent")
        #expect((check["explanation"] as? String)?.isEmpty == false)
        for reading in try #require(check["readings"] as? [[String: Any]]) { #expect(reading["difference"] is NSNull) }
    }

    @Test("of what is not known has no value and no invented bound")
    func unknown() throws {
        let record = try service.get("/api/v1/statistics/drowned").record()
        let claim = try #require((record["claims"] as? [[String: Any]])?.first)
        #expect(claim["value"] is NSNull)
        #expect(claim["high"] is NSNull)
        #expect(claim["qualifier"] as? String == "unknown")
    }

    @Test("is found under the same claims in the flat list and in its statistic")
    func flat() throws {
        let flat = try service.all("/api/v1/claims")
        let nested = try service.all("/api/v1/statistics").flatMap { $0["claims"] as? [[String: Any]] ?? [] }
        #expect(flat.count == nested.count)
        #expect(NSArray(array: flat) == NSArray(array: nested))
    }

    @Test(
        "speaks both languages: every text is translated",
        arguments: [
            ("events", "title summary"), ("statistics", "title note"), ("discrepancies", "title explanation question"),
            ("checks", "title explanation question"),
            ("sources", "access"),
        ])
    func languages(list: String, members: String) throws {
        let english = try service.get("/api/v1/\(list)?limit=1000&lang=en").records()
        let lithuanian = try service.get("/api/v1/\(list)?limit=1000&lang=lt").records()
        #expect(english.count == lithuanian.count && !english.isEmpty)
        for (first, second) in zip(english, lithuanian) {
            #expect(first["id"] as? String == second["id"] as? String)
            for member in members.split(separator: " ").map(String.init) {
                let texts = (first[member] as? String, second[member] as? String)
                #expect(texts.0 != texts.1 || texts.0 == nil && texts.1 == nil, "\(first["id"] ?? "") \(member)")
            }
        }
    }

    @Test(
        "that the program found by itself is there, with its verdict",
        arguments: [
            ("returned-left-by-june-claims", "conflicting-values", "contradiction", 72),
            ("returned-right-by-june-claims", "conflicting-values", "contradiction", 1),
            ("returned-parts", "part-exceeds-whole", "contradiction", 9),
            ("returned-june-to-october", "count-decreases", "contradiction", 65),
            ("flooded-sum", "sum-mismatch", "contradiction", 300),
            ("sandbags-sum", "sum-mismatch", "within-rounding", 378),
            ("sandbags-16-april-to-april", "count-decreases", "tension", nil),
            ("fined-left-share", "share-mismatch", "tension", nil),
            ("fined-right-share", "share-mismatch", "tension", nil),
            ("fined-since", "period-conflict", "tension", nil),
            ("returned-since", "period-conflict", "tension", nil),
            ("no-other-boats", "textual", "unresolved", nil),
            ("river-law-force", "legal", "contradiction", nil),
            ("who-cut-the-dyke", "textual", "tension", nil),
            ("rain-or-dyke", "textual", "tension", nil),
        ] as [(String, String, String, Int?)])
    func found(id: String, kind: String, verdict: String, absolute: Int?) throws {
        let record = try service.get("/api/v1/discrepancies/\(id)").record()
        #expect(record["kind"] as? String == kind)
        #expect(record["verdict"] as? String == verdict)
        #expect((record["difference"] as? [String: Any])?["absolute"] as? Int == absolute)
        #expect((record["citations"] as? [Any])?.isEmpty == false)
        #expect((record["explanation"] as? String)?.isEmpty == false)
        #expect((record["question"] as? String)?.isEmpty == false)
    }

    @Test("of a check that plainly holds is no discrepancy")
    func holds() throws {
        let check = try service.get("/api/v1/checks/returned-october-split").record()
        #expect(check["verdict"] as? String == "consistent")
        #expect(check["discrepancy"] is NSNull)
        #expect(try service.get("/api/v1/discrepancies/returned-october-split").status == 404)
    }
}
