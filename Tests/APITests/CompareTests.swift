import Archive
import Checks
import Evidence
import Foundation
import Foundations
import HTTPCore
import Rendering
import TestSupport
import Testing
import Wording

@Suite("Compare")
struct CompareTests {
    private typealias Object = [String: Any]

    private let service: Service

    init() throws { service = try Service() }

    private func row(_ statistic: String, _ query: String = "") throws -> Object {
        try #require(try service.get("/api/v1/compare?statistic=\(statistic)\(query)").records().first)
    }

    /// One cell as a line: `river-chronicle 273…345 (2)`, or `… silence`.
    private func line(_ cell: Object) -> String {
        let text = { (member: String) in (cell[member] as? Int).map(String.init) ?? "" }
        let source = cell["source"] as? String ?? ""
        guard cell["silence"] as? Bool == false else { return source + " silence" }
        let value = cell["value"] is Int ? text("value") + " " : ""
        return "\(source) \(value)\(text("low"))…\(text("high")) (\((cell["claims"] as? [Object])?.count ?? 0))"
    }

    @Test(
        "gives of each statistic what each source says, as read from its files by hand",
        arguments: [
            (
                "sandbags-april", "river-chronicle 6000 5500…6499 (1)", "almanac-1935 6000 5500…6499 (1)"
            ),
            (
                "camped-1931-04-20", "river-chronicle 862 862…862 (1)", "river-chronicle-abridged 862 862…862 (1)"
            ),
            ("returned-left-by-june", "river-chronicle 273…345 (2)", nil),
            ("boats-1931-spring", "diary-1931 300 250…349 (1)", nil),
            ("drowned", "river-chronicle 0… (1)", nil),
        ] as [(String, String, String?)])
    func cells(statistic: String, first: String, second: String?) throws {
        let cells = try #require(try row(statistic)["cells"] as? [Object]).map(line)
        let spoken = cells.filter { !$0.hasSuffix(" silence") }
        #expect(spoken == [first, second].compactMap { $0 })
        // Six of the seven sources state a figure at all: the law states none.
        #expect(cells.count == 6)
        #expect(!cells.contains { $0.hasPrefix("river-law") })
    }

    @Test(
        "says whether agreement is corroboration",
        arguments: [
            ("sandbags-april", "consistent", nil, "unseen-origin"),
            ("sandbags-total", "consistent", false, "official-data"),
            ("camped-1931-04-20", "consistent", false, "depends-on"),
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
        let checks = try #require(try row("flooded-both")["checks"] as? [Object])
        #expect(
            Set(checks.compactMap { $0["id"] as? String })
                == ["flooded-sum", "flooded-of-standing", "rain-or-dyke"])
        for check in checks {
            let path = try #require((check["links"] as? Object)?["self"] as? String)
            #expect(try service.get(path).record()["verdict"] as? String == check["verdict"] as? String)
        }
    }

    @Test("is narrowed to sources, in the order of the dataset, and keeps rows on which they are silent")
    func narrowed() throws {
        let answer = try service.get(
            "/api/v1/compare?source=diary-1931&source=dyke-report&viewpoint=diary-1931&limit=1000")
        let meta = try #require(try answer.json()["meta"] as? Object)
        let columns = ["dyke-report", "diary-1931"]
        #expect((meta["sources"] as? [Object])?.compactMap { $0["id"] as? String } == columns)
        #expect(meta["viewpoint"] as? String == "diary-1931")
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
        let measures = try service.all("/api/v1/compare?measure=returned&limit=2").compactMap {
            $0["statistic"] as? String
        }
        #expect(
            measures == (try service.all("/api/v1/statistics?measure=returned").compactMap { $0["id"] as? String }))
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
        #expect(table.count == 1 + 6 * rows.count)
        let header = try #require(table.first).split(separator: ",").map(String.init)
        let silence = try #require(header.firstIndex(of: "silence"))
        #expect(header.suffix(5) == ["silent", "figure", "figureQualifier", "figureLow", "figureHigh"])
        let titles = table.filter { $0.hasPrefix("drowned,") && !$0.contains("\"") }
        let silences = titles.map { $0.split(separator: ",", omittingEmptySubsequences: false)[silence] }
        #expect(silences.count == 6 && silences.count { $0 == "true" } == 5)
        let text = try service.get("/api/v1/compare.txt?contested=true").text
        #expect(text.contains("273–345"))
        #expect(text.contains("—"))
    }

    @Test("tells every wrong parameter at once, with the nearest id")
    func malformed() throws {
        let answer = try service.get("/api/v1/compare?source=diary1931&viewpoint=dairy-1931&statistic=x")
        let errors = try #require(try answer.json()["errors"] as? [Object])
        #expect(Set(errors.compactMap { $0["parameter"] as? String }) == ["source", "viewpoint", "statistic"])
        #expect(answer.text.components(separatedBy: "Did you mean “diary-1931”?").count >= 3)
    }

    @Test("is made while it is sent where it is long, and is what is made at once", arguments: Dialect.allCases)
    func produced(dialect: Dialect) throws {
        let snapshot = try Service.snapshot.get()
        let matrix = MatrixEncoding(
            sources: snapshot.dataset.sources, snapshot: snapshot, language: .lithuanian, viewpoint: .all)
        let positions = (0..<200).map { $0 % snapshot.statistics.records.count }
        let rows = positions.map { matrix.row(snapshot.statistics.records[$0]) }
        let table = Body(start: matrix.producedTable(positions, dialect))
        #expect(table.count == nil && table.chunks.count > 1)
        #expect(table.bytes == CSVText.write(matrix.table(rows, .csv), dialect: dialect))
        let lines = Body(start: matrix.producedLines(positions))
        #expect(lines.chunks.count > 1 && lines.bytes == rows.flatMap { matrix.encode($0) + Array("\n".utf8) })
    }

    @Test("tells no more than 200 claims of a statistic, some of each source, and how many there are")
    func manyClaims() throws {
        let claims = (0..<5_000).map { place in
            #"{"id": "c\#(place)", "source": "\#(place < 4_990 ? "atlas" : "ledger")", "qualifier": "stated", "value": "#
                + #"\#(place), "printed": "\#(place)", "attribution": "main", "rank": "normal"}"#
        }
        let one = FigureDataset.statistic("many", #""value": 1, "printed": "1""#)
        let parts = one.components(separatedBy: "[")
        let many = parts[0] + "[" + claims.joined(separator: ", ") + "]}"
        let service = try Service(snapshot: FigureDataset(statistics: [many]).load())
        let answer = try service.get("/api/v1/compare")
        let cells = try #require(try answer.records().first?["cells"] as? [Object])
        #expect(cells.compactMap { $0["count"] as? Int } == [4_990, 10])
        let told = cells.compactMap { $0["claims"] as? [Object] }.map { $0.compactMap { $0["id"] as? String } }
        #expect(told == [(0..<100).map { "c\($0)" }, (4_990..<5_000).map { "c\($0)" }])
        #expect(cells.first?["high"] as? Int == 4_989, "a range has all of them")
        #expect(answer.body.count < 500_000)
        let schema = SchemaOracle.Question(schema: "answer-compare.json", text: answer.text)
        #expect(try SchemaOracle.accepts([schema], by: service) == [true])
    }

    @Test("of more cells than a page of lists has is sent as it is made", arguments: ["ndjson", "csv"])
    func long(format: String) throws {
        let statistics = (0..<1_800).map { place in
            let claim = #""value": \#(place), "printed": "\#(place)""#
            return FigureDataset.statistic("s\(place)", claim, claim, claim)
        }
        let service = try Service(snapshot: FigureDataset(statistics: statistics).load())
        let coding = { (query: String) in
            try service.get("/api/v1/compare.\(format)\(query)", ["Accept-Encoding": "gzip"])["Content-Encoding"]
        }
        // Only what is whole in memory is compressed.
        #expect(try coding("?limit=200") == "gzip")
        #expect(try coding("") == nil)
        let lines = try service.get("/api/v1/compare." + format).text.split(whereSeparator: \.isNewline)
        #expect(lines.count == (format == "csv" ? 1 + 3 * 1_800 : 1_800))
        #expect(try service.get("/api/v1/compare").records().count == 50)
    }
}
