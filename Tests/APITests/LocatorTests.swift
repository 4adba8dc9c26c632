import Archive
import Evidence
import Foundation
import TestSupport
import Testing
import Wording

@Suite("A locator")
struct LocatorTests {
    /// A place as a file has it, as citations say it in two languages, and as a fragment.
    struct Row: Sendable, CustomTestStringConvertible {
        let json, english, lithuanian, fragment: String

        var testDescription: String { json }
    }

    private static let rows = [
        Row(json: #"{"page": "212"}"#, english: "p. 212", lithuanian: "p. 212", fragment: "page=212"),
        Row(json: #"{"page": 212}"#, english: "p. 212", lithuanian: "p. 212", fragment: "page=212"),
        Row(
            json: #"{"page": "212-215"}"#, english: "pp. 212–215", lithuanian: "p. 212–215", fragment: "page=212-215"),
        Row(json: #"{"page": "xii"}"#, english: "p. xii", lithuanian: "p. xii", fragment: "page=xii"),
        Row(json: #"{"page": "xii-xv"}"#, english: "pp. xii–xv", lithuanian: "p. xii–xv", fragment: "page=xii-xv"),
        Row(json: #"{"folio": "K-1"}"#, english: "fol. K-1", lithuanian: "fol. K-1", fragment: "folio=K-1"),
        Row(json: #"{"folio": "12v"}"#, english: "fol. 12v", lithuanian: "fol. 12v", fragment: "folio=12v"),
        Row(
            json: #"{"folio": "12v-13r"}"#, english: "fols 12v–13r", lithuanian: "fol. 12v–13r",
            fragment: "folio=12v-13r"),
        Row(json: #"{"leaf": "5"}"#, english: "leaf 5", lithuanian: "l. 5", fragment: "leaf=5"),
        Row(
            json: #"{"line": "4", "page": "212", "chapter": "3"}"#, english: "ch. 3, p. 212, line 4",
            lithuanian: "3 sk., p. 212, 4 eil.", fragment: "chapter=3&page=212&line=4"),
        Row(
            json: #"{"volume": "2", "page": "5", "table": "7", "column": "3", "row": "Kaunas"}"#,
            english: "vol. 2, p. 5, table 7, col. 3, row Kaunas",
            lithuanian: "t. 2, p. 5, 7 lent., 3 skilt., Kaunas eilutė lentelėje",
            fragment: "volume=2&page=5&table=7&column=3&row=Kaunas"),
        Row(
            json: #"{"page": "2", "paragraph": 3, "sentence": 1, "note": "16"}"#, english: "p. 2, ¶3 s1, n. 16",
            lithuanian: "p. 2, ¶3 s1, 16 išnaša", fragment: "page=2&paragraph=3&sentence=1&note=16"),
        Row(
            json: #"{"article": "2", "section": "4.2"}"#, english: "§ 4.2, art. 2",
            lithuanian: "4.2 skirsnis, 2 str.", fragment: "section=4.2&article=2"),
        Row(
            json: #"{"chapter": "3", "verse": "16-18"}"#, english: "ch. 3, vv. 16–18",
            lithuanian: "3 sk., 16–18 eil.", fragment: "chapter=3&verse=16-18"),
    ]

    private func service(_ locator: String) throws -> Service {
        let dataset = SmallDataset().replacing(
            #""attribution": "official-data", "rank": "deprecated"}"#,
            with: #""attribution": "official-data", "rank": "deprecated", "locator": \#(locator)}"#,
            in: "statistics.json")?.replacing(#"{"article": "2"}"#, with: locator, in: "events.json")
        return try Service(snapshot: try #require(dataset).load())
    }

    @Test("is said in citations as people write it in their language", arguments: rows)
    func words(row: Row) throws {
        let service = try service(row.json)
        for (language, words) in [("en", row.english), ("lt", row.lithuanian)] {
            let text = try service.get("/api/v1/events.csv?lang=\(language)&fields=id,citations").text
            #expect(text.replacing("\u{A0}", with: " ").contains("gazette \(words) "), "\(text)")
        }
    }

    @Test("stands in JSON, in tables and as a selector of linked data", arguments: rows)
    func forms(row: Row) throws {
        let service = try service(row.json)
        let place = try #require(try service.get("/api/v1/claims/boats-main").record()["locator"] as? [String: Any])
        let parts = row.fragment.split(separator: "&").map { $0.split(separator: "=").map(String.init) }
        for part in parts { #expect(place[part[0]].map { "\($0)" } == part[1]) }
        #expect(place.count == Set(parts.map { $0[0] } + ["paragraph", "sentence"]).count)
        let csv = try service.get("/api/v1/claims.csv?fields=id,locator").text
        #expect(csv.contains("boats-main,\(row.fragment),"), "\(csv)")
        let linked = try service.get("/api/v1/claims/boats-main.jsonld").text
        #expect(linked.contains(#""fragment":"\#(row.fragment)""#), "\(linked)")
    }

    @Test("stands in a citation: in words in BibTeX and RIS, as an item of the source in CSL")
    func cited() throws {
        let service = try service(#"{"chapter": "3", "page": "212"}"#)
        for suffix in ["bib", "ris", "json"] {
            let text = try service.get("/api/v1/cite/claims/boats-main.\(suffix)").text
            #expect(text.contains("Gazette, ch."), "\(text)")
            #expect(text.contains("212"), "\(text)")
        }
        let body = Data(try service.get("/api/v1/cite/claims/boats-main.json").body)
        let items = try #require(try JSONSerialization.jsonObject(with: body) as? [[String: Any]])
        let custom = try #require(items.first?["custom"] as? [String: [[String: String]]])
        #expect(
            custom["citationItems"] == [["id": "gazette", "label": "chapter", "locator": "3, p.\u{A0}212"]])
    }

    @Test("is accepted by the schema of the files, and by that of the answers")
    func schemas() throws {
        let files = LocatorTests.rows.map {
            SchemaOracle.Question(schema: "common.json#/$defs/locator", text: $0.json)
        }
        #expect(try SchemaOracle.accepts(files) == LocatorTests.rows.map { _ in true })
        let answers = try LocatorTests.rows.map { row in
            let answer = try service(row.json).get("/api/v1/claims/boats-main")
            return SchemaOracle.Question(schema: "answer-claim.json", text: answer.text)
        }
        #expect(try SchemaOracle.accepts(answers, by: try Service()) == LocatorTests.rows.map { _ in true })
    }
}
