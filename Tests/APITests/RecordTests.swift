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
        arguments: RouteTests.lists)
    func documented(list: String) throws {
        let answer = try service.get("/api/v1/\(list)?fields=?")
        let errors = try answer.json()["errors"] as? [[String: Any]]
        let known = Set(try #require(errors?.first?["accepts"] as? [String]))
        // A viewpoint adds members, where there are figures.
        let view = ["events", "sources"].contains(list) ? "" : "?viewpoint=main"
        let used = try service.all("/api/v1/\(list)\(view)").reduce(into: Set<String>()) { $0.formUnion($1.keys) }
        #expect(used.isSubset(of: known))
        // CSL members are left out where they are not known.
        if list != "sources" { #expect(used == known) }
    }

    @Test("of a contested figure puts both claims side by side, with the place of each")
    func contested() throws {
        let record = try service.get("/api/v1/statistics/legalised-dodgers-by-1945-12").record()
        #expect(record["contested"] as? Bool == true)
        #expect(record["low"] as? Int == 27361)
        #expect(record["high"] as? Int == 34589)
        let claims = try #require(record["claims"] as? [[String: Any]])
        #expect(claims.map { $0["printed"] as? String } == ["27,361", "34,589"])
        #expect(claims.map { $0["attribution"] as? String } == ["main", "other-data"])
        for claim in claims {
            #expect(
                NSDictionary(dictionary: claim["locator"] as? [String: Any] ?? [:]) == ["paragraph": 4, "sentence": 11])
        }
        let discrepancies = try #require(record["discrepancies"] as? [String])
        #expect(
            Set(discrepancies).isSuperset(of: [
                "legalised-dodgers-by-1945-12-claims", "legalised-1945-parts", "legalised-1945-to-1957",
            ]))
    }

    @Test("of a discrepancy shows its arithmetic, line by line, in the reader's language")
    func arithmetic() throws {
        let record = try service.get("/api/v1/discrepancies/legalised-1945-parts?lang=lt").record()
        let readings = try #require(record["readings"] as? [[String: Any]])
        #expect(
            readings.compactMap { $0["arithmetic"] as? String }.contains(
                "34\u{A0}589 + 2\u{A0}522 = 37\u{A0}111 > 36\u{A0}144"))
        #expect(readings.map { $0["label"] as? String } == ["main", "mixed", "mixed", "other-data"])
        let difference = try #require(record["difference"] as? [String: Any])
        #expect(difference["absolute"] as? Int == 967)
        let claims = try #require(record["claims"] as? [[String: Any]])
        #expect(claims.count == 5)
    }

    @Test("of a tension publishes no difference")
    func tension() throws {
        let record = try service.get("/api/v1/discrepancies/imprisoned-dodgers-sentenced").record()
        #expect(record["verdict"] as? String == "tension")
        #expect(record["difference"] is NSNull)
        for reading in try #require(record["readings"] as? [[String: Any]]) { #expect(reading["difference"] is NSNull) }
    }

    @Test("whose sides cannot be subtracted says why, and is explained even where it holds")
    func comparability() throws {
        let tension = try service.get("/api/v1/discrepancies/imprisoned-dodgers-sentenced").record()
        let reason = try #require(tension["comparability"] as? [String: Any])
        #expect(reason["differs"] as? String == "population")
        #expect((reason["reason"] as? String)?.isEmpty == false)
        let check = try service.get("/api/v1/checks/returned-among-mobilised").record()
        #expect(check["verdict"] as? String == "consistent")
        #expect((check["explanation"] as? String)?.isEmpty == false)
        for reading in try #require(check["readings"] as? [[String: Any]]) { #expect(reading["difference"] is NSNull) }
    }

    @Test("of what is not known has no value and no invented bound")
    func unknown() throws {
        let record = try service.get("/api/v1/statistics/fallen-lithuanian-soldiers").record()
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
            ("legalised-dodgers-by-1945-12-claims", "conflicting-values", "contradiction", 7228),
            ("legalised-deserters-by-1945-12-claims", "conflicting-values", "contradiction", 99),
            ("legalised-1945-parts", "part-exceeds-whole", "contradiction", 967),
            ("legalised-1945-to-1957", "count-decreases", "contradiction", 6623),
            ("taken-by-force-sum", "sum-mismatch", "contradiction", 2112),
            ("mobilised-sum", "sum-mismatch", "within-rounding", 378),
            ("kantor-september-1944", "count-decreases", "tension", nil),
            ("imprisoned-dodgers-sentenced", "share-mismatch", "tension", nil),
            ("imprisoned-deserters-sentenced", "share-mismatch", "tension", nil),
            ("sentencing-start", "period-conflict", "tension", nil),
            ("legalisation-start", "period-conflict", "tension", nil),
            ("no-other-units", "textual", "unresolved", nil),
            ("hague-binding-force", "legal", "contradiction", nil),
            ("executing-bodies", "textual", "tension", nil),
            ("forced-or-voluntary", "textual", "tension", nil),
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
        let check = try service.get("/api/v1/checks/legalised-1957-split").record()
        #expect(check["verdict"] as? String == "consistent")
        #expect(check["discrepancy"] is NSNull)
        #expect(try service.get("/api/v1/discrepancies/legalised-1957-split").status == 404)
    }
}
