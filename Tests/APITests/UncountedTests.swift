import Archive
import Foundation
import TestSupport
import Testing

@Suite("A statistic that nobody counted")
struct UncountedTests {
    private let service: Service

    init() throws { service = try Service(snapshot: try #require(UncountedDataset.dataset).load()) }

    private func record(_ id: String, _ query: String = "") throws -> [String: Any] {
        try service.get("/api/v1/statistics/\(id)\(query)").record()
    }

    @Test(
        "has no claims and no range of its own, and what the rest allows",
        arguments: [
            ("carts-lent", 260, 440, true), ("carts-lost", 0, 1_251, true), ("carts-later", 1_251, nil, true),
            ("tents-lent", 0, 501, false),
        ] as [(String, Int, Int?, Bool)])
    func bounds(id: String, low: Int, high: Int?, fits: Bool) throws {
        let record = try record(id)
        #expect((record["claims"] as? [Any])?.isEmpty == true)
        #expect(record["low"] is NSNull && record["high"] is NSNull)
        #expect(record["contested"] as? Bool == false)
        for name in ["implied", "together"] {
            let bounds = try #require(record[name] as? [String: Any], "\(name)")
            #expect(bounds["low"] as? Int == low && bounds["high"] as? Int == high, "\(name)")
            #expect(bounds["fits"] as? Bool == fits, "\(name)")
        }
    }

    @Test("that nothing limits says so")
    func open() throws {
        let record = try record("sacks")
        #expect(record["implied"] is NSNull && record["together"] is NSNull)
        let text = try service.get("/api/v1/statistics/sacks.txt").text
        #expect(text.contains("No source here counts this, and no limits to it were found in the rest of"))
    }

    @Test("says as text what the rest allows, and by what, in place of a table of claims")
    func text() throws {
        let text = try service.get("/api/v1/statistics/carts-lent.txt").text.replacing("\n", with: " ")
        let sentence =
            "No source here counts this; what the rest of the evidence allows: 260–440, worked out from 1,251 (All carts);"
        #expect(text.contains(sentence), "\(text)")
        #expect(!text.contains("Qualifier"))
        let unfit = try service.get("/api/v1/statistics/tents-lent.txt").text
            .replacing("\n", with: " ")
        let without = "Worked out without any figure for All tents / New tents, because not all figures fit together."
        #expect(unfit.contains(without), "\(unfit)")
    }

    @Test(
        "is answered on every route and in every format that serves statistics, as its schema says",
        arguments: UncountedDataset.ids)
    func routes(id: String) throws {
        let formats = ["", ".json", ".ndjson", ".csv", ".txt", ".jsonld"]
        let queries = [
            "statistics/\(id)?viewpoint=main", "statistics/\(id)?viewpoint=min", "statistics/\(id)?viewpoint=max",
            "statistics?statistic=\(id)&facets=contested", "statistics?statistic=\(id)&sort=-period",
            "statistics?statistic=\(id)&sort=title&contested=false", "claims?statistic=\(id)",
            "checks?statistic=\(id)&viewpoint=main", "discrepancies?statistic=\(id)", "conflicts?statistic=\(id)",
            "revisions?statistic=\(id)", "events?statistic=\(id)", "sources?statistic=\(id)",
            "compare?statistic=\(id)&viewpoint=max", "charts/statistics/\(id)",
        ]
        let paths =
            formats.flatMap { ["statistics/\(id)\($0)", "statistics\($0)?statistic=\(id)"] }
            + ["json", "csv", "txt"].map { "compare.\($0)?statistic=\(id)" }
            + ["", ".json", ".bib", ".ris"].map { "cite/statistics/\(id)\($0)" } + queries
        for path in paths.map({ "/api/v1/" + $0 }) + ["/charts/statistics/\(id).svg"] {
            for supposed in ["", "without=carts-main&without=tents-main"] {
                let target = path + (supposed.isEmpty ? "" : (path.contains("?") ? "&" : "?") + supposed)
                let answer = try service.get(target)
                // Of what is not weighed, nothing can be supposed.
                if !supposed.isEmpty, answer.status == 400 { continue }
                #expect(answer.status == 200, "\(target): \(answer.text)")
                #expect(!answer.text.lowercased().contains("nan"), "\(target)")
            }
        }
        let answers = ["statistic": "statistics/\(id)", "compare": "compare?statistic=\(id)"].sorted { $0.key < $1.key }
        let accepted = try SchemaOracle.accepts(
            try answers.map {
                .init(schema: "answer-\($0.key).json", text: try service.get("/api/v1/" + $0.value).text)
            }, by: service)
        #expect(accepted == [true, true])
    }

    @Test("leaves a relation untested: no discrepancy, and nobody's figure is named")
    func untested() throws {
        let check = try service.get("/api/v1/checks/lent").record()
        #expect(check["verdict"] as? String == "unresolved" && check["discrepancy"] is NSNull)
        #expect(try !service.get("/api/v1/discrepancies").ids().contains("lent"))
        #expect(try service.get("/api/v1/checks/lent/readings").records().isEmpty)
        let text = try service.get("/api/v1/checks/lent.txt").text
        #expect(text.contains("The relation cannot be tested, since nobody gives a figure for this: Lent carts."))
        let tested = try service.get("/api/v1/checks/tents-new-of.txt").text
        #expect(!tested.contains("cannot be tested"))
    }

    @Test("is silence of every source where they are compared")
    func compared() throws {
        let row = try #require(try service.get("/api/v1/compare?statistic=carts-lent").records().first)
        let cells = try #require(row["cells"] as? [[String: Any]])
        #expect(cells.count == 2 && cells.allSatisfy { $0["silence"] as? Bool == true })
        #expect(row["verdict"] is NSNull && row["corroborated"] as? Bool == false)
    }

    @Test("is found by its words and its period, and by no figure")
    func found() throws {
        #expect(try service.get("/api/v1/search?q=lent+carts").ids().contains("carts-lent"))
        #expect(try service.get("/api/v1/statistics?from=1931-04&to=1931-04").ids().contains("carts-lent"))
        #expect(try !service.get("/api/v1/statistics?min=0").ids().contains("carts-lent"))
    }

    @Test("has the bounds that are left where the reader gives up what they rest on")
    func supposed() throws {
        #expect(try record("carts-lent", "?without=carts-main")["implied"] is NSNull)
        #expect(try record("carts-lent", "?without=lent")["implied"] is NSNull)
        let implied = try record("tents-lent", "?without=tents-new-main")["implied"] as? [String: Any]
        #expect(implied?["high"] as? Int == 101 && implied?["fits"] as? Bool == true)
    }
}
