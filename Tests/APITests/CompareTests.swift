import Foundation
import Foundations
import TestSupport
import Testing

@Suite("Compare")
struct CompareTests {
    private typealias Object = [String: Any]

    private let service: Service

    init() throws { service = try Service() }

    private func row(_ statistic: String, _ query: String = "") throws -> Object {
        try #require(try service.get("/api/v1/compare?statistic=\(statistic)\(query)").records().first)
    }

    /// One cell as a line: `tininis-summary-en 27361…34589 (2)`, or `… silence`.
    private func line(_ cell: Object) -> String {
        let text = { (member: String) in (cell[member] as? Int).map(String.init) ?? "" }
        let source = cell["source"] as? String ?? ""
        guard cell["silence"] as? Bool == false else { return source + " silence" }
        let value = cell["value"] is Int ? text("value") + " " : ""
        return "\(source) \(value)\(text("low"))…\(text("high")) (\((cell["claims"] as? [Object])?.count ?? 0))"
    }

    @Test(
        "gives of each statistic what each source says, as read from the sources by hand",
        arguments: [
            (
                "mobilised-1944", "tininis-summary-en 63000 62500…63499 (1)",
                "wikipedia-50th-reserve-division 63000 62500…63499 (1)"
            ),
            (
                "draft-dodgers-1945-01-01", "tininis-summary-en 58620 58620…58620 (1)",
                "tininis-summary-lt 58620 58620…58620 (1)"
            ),
            (
                "legalised-dodgers-by-1945-12", "tininis-summary-en 27361…34589 (2)", nil
            ),
            ("armed-partisans-1945-spring", "vardys-1969 30000 27000…33000 (1)", nil),
            ("fallen-lithuanian-soldiers", "tininis-summary-en 0… (1)", nil),
        ] as [(String, String, String?)])
    func cells(statistic: String, first: String, second: String?) throws {
        let cells = try #require(try row(statistic)["cells"] as? [Object]).map(line)
        let spoken = cells.filter { !$0.hasSuffix(" silence") }
        #expect(spoken == [first, second].compactMap { $0 })
        // Seven of the eight sources state a figure at all: the Hague Convention states none.
        #expect(cells.count == 7)
        #expect(!cells.contains { $0.hasPrefix("hague-iv-1907") })
    }

    @Test(
        "says whether agreement is corroboration",
        arguments: [
            ("mobilised-1944", "consistent", nil, "unseen-origin"),
            ("mobilised-total", "consistent", false, "official-data"),
            ("draft-dodgers-1945-01-01", "consistent", false, "depends-on"),
        ] as [(String, String, Bool?, String)])
    func pairs(statistic: String, verdict: String, independent: Bool?, bond: String) throws {
        let row = try row(statistic)
        let pairs = try #require(row["pairs"] as? [Object])
        #expect(pairs.count == 1)
        let pair = try #require(pairs.first)
        #expect(pair["verdict"] as? String == verdict)
        #expect(pair["independent"] as? Bool == independent)
        #expect((pair["bond"] as? Object)?["id"] as? String == bond)
        #expect(pair["corroborates"] as? Bool == false)
        #expect(row["corroborated"] as? Bool == false)
        #expect((pair["difference"] as? Object)?["absolute"] as? Int == 0)
    }

    @Test("names the relations that join the figures")
    func checks() throws {
        let checks = try #require(try row("taken-by-force-total")["checks"] as? [Object])
        #expect(
            Set(checks.compactMap { $0["id"] as? String })
                == ["taken-by-force-sum", "taken-by-force-of-mobilised-total", "forced-or-voluntary"])
        for check in checks {
            let path = try #require((check["links"] as? Object)?["self"] as? String)
            #expect(try service.get(path).record()["verdict"] as? String == check["verdict"] as? String)
        }
    }

    @Test("is narrowed to sources, in the order of the dataset, and keeps rows on which they are silent")
    func narrowed() throws {
        let answer = try service.get(
            "/api/v1/compare?source=vardys-1969&source=kantor-war-without-rules&viewpoint=vardys-1969&limit=1000")
        let meta = try #require(try answer.json()["meta"] as? Object)
        let columns = ["kantor-war-without-rules", "vardys-1969"]
        #expect((meta["sources"] as? [Object])?.compactMap { $0["id"] as? String } == columns)
        #expect(meta["viewpoint"] as? String == "vardys-1969")
        let rows = try answer.records()
        #expect(rows.count == (try service.get("/api/v1/statistics?limit=1").total()))
        for row in rows {
            let cells = try #require(row["cells"] as? [Object])
            #expect(cells.compactMap { $0["source"] as? String } == columns)
            #expect(row["silent"] as? Bool == (cells[1]["silence"] as? Bool))
            #expect((row["figure"] is NSNull) == (row["silent"] as? Bool))
        }
    }

    @Test("is filtered and paged as the statistics are")
    func pages() throws {
        let measures = try service.all("/api/v1/compare?measure=legalised&limit=2").compactMap {
            $0["statistic"] as? String
        }
        #expect(
            measures == (try service.all("/api/v1/statistics?measure=legalised").compactMap { $0["id"] as? String }))
        #expect(measures.count > 2)
    }

    @Test("has in CSV a row for each statistic and source, silences included, and as lines the rows of the JSON")
    func otherFormats() throws {
        let rows = try service.all("/api/v1/compare")
        let lines = try service.get("/api/v1/compare.ndjson").text.split(separator: "\n")
        #expect(lines.count == rows.count)
        let csv = try service.get("/api/v1/compare.csv?fields=x")
        #expect(csv.status == 400)
        let table = try service.get("/api/v1/compare.csv?viewpoint=main").text.split(separator: "\r\n")
        #expect(table.count == 1 + 7 * rows.count)
        let header = try #require(table.first).split(separator: ",").map(String.init)
        let silence = try #require(header.firstIndex(of: "silence"))
        #expect(header.suffix(5) == ["silent", "figure", "figureQualifier", "figureLow", "figureHigh"])
        let titles = table.filter { $0.hasPrefix("fallen-lithuanian-soldiers,") && !$0.contains("\"") }
        let silences = titles.map { $0.split(separator: ",", omittingEmptySubsequences: false)[silence] }
        #expect(silences.count == 7 && silences.count { $0 == "true" } == 6)
        let text = try service.get("/api/v1/compare.txt?contested=true").text
        #expect(text.contains("27,361–34,589"))
        #expect(text.contains("—"))
    }

    @Test("tells every wrong parameter at once, with the nearest id")
    func malformed() throws {
        let answer = try service.get("/api/v1/compare?source=vardys1969&viewpoint=vardis-1969&statistic=x")
        let errors = try #require(try answer.json()["errors"] as? [Object])
        #expect(Set(errors.compactMap { $0["parameter"] as? String }) == ["source", "viewpoint", "statistic"])
        #expect(answer.text.components(separatedBy: "Did you mean “vardys-1969”?").count >= 3)
    }
}
