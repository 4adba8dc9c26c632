import Evidence
import Foundation
import TestSupport
import Testing

@testable import Bibliography
@testable import Rendering

@Suite("A source with the variables of CSL-JSON")
struct SourceVariableTests {
    /// A member as the file has it, and what it becomes in CSL-JSON, BibTeX and RIS.
    struct Row: Sendable, CustomTestStringConvertible {
        let json: String
        var csl: String?
        let bibtex, ris: [String]

        var testDescription: String { json }
    }

    private static let rows = [
        Row(
            json: #""issued": {"date-parts": [[1969], [1971]]}"#,
            bibtex: ["date = {1969/1971}", "year = {1969--1971}"],
            ris: ["PY  - 1969", "DA  - 1969///1969/1971"]),
        Row(
            json: #""issued": {"date-parts": [[1969]], "circa": true}"#, bibtex: ["date = {1969~}", "year = {1969}"],
            ris: ["PY  - 1969", "DA  - 1969///1969~"]),
        Row(
            json: #""issued": {"date-parts": [[1969]], "season": 1}"#, bibtex: ["date = {1969-21}"],
            ris: ["PY  - 1969", "DA  - 1969///1969-21"]),
        Row(json: #""issued": {"literal": "n.d."}"#, bibtex: ["year = {n.d.}"], ris: ["DA  - ///n.d."]),
        Row(
            json: #""issued": {"date-parts": [[-330]]}"#, csl: #""issued":{"date-parts":[[-331]]}"#,
            bibtex: ["date = {-0330}", "year = {331 BCE}"], ris: ["DA  - ///331 BCE"]),
        Row(
            json: #""issued": {"date-parts": [[0], [1]]}"#, csl: #""issued":{"date-parts":[[-1],[1]]}"#,
            bibtex: ["date = {0000/0001}", "year = {1 BCE--1}"], ris: ["DA  - ///0000/0001"]),
        Row(
            json: #""issued": {"date-parts": [[-43, 3, 15]]}"#, csl: #""issued":{"date-parts":[[-44,3,15]]}"#,
            bibtex: ["date = {-0043-03-15}", "year = {44 BCE}", "month = mar"], ris: ["DA  - /03/15/44 BCE"]),
        Row(
            json: #""issued": {"date-parts": [[1945, 2, 9]]}"#,
            bibtex: ["date = {1945-02-09}", "year = {1945}", "month = feb"], ris: ["PY  - 1945", "DA  - 1945/02/09"]),
        Row(
            json: #""issued": {"date-parts": [[1998, 2]]}"#, bibtex: ["date = {1998-02}", "month = feb"],
            ris: ["PY  - 1998", "DA  - 1998/02//"]),
        Row(json: #""page": "37-49""#, bibtex: ["pages = {37--49}"], ris: ["SP  - 37", "EP  - 49"]),
        Row(json: #""page": 37"#, csl: #""page":"37""#, bibtex: ["pages = {37}"], ris: ["SP  - 37"]),
        Row(json: #""DOI": "10.1000/1""#, bibtex: ["doi = {10.1000/1}"], ris: ["DO  - 10.1000/1"]),
        Row(json: #""ISBN": "9785995005""#, bibtex: ["isbn = {9785995005}"], ris: ["SN  - 9785995005"]),
        Row(json: #""ISSN": "0024-5089""#, bibtex: ["issn = {0024-5089}"], ris: ["SN  - 0024-5089"]),
        Row(
            json: #""editor": [{"family": "A", "given": "B"}, {"literal": "The town"}]"#,
            bibtex: ["editor = {A, B and {The town}}"], ris: ["A2  - A, B", "A2  - The town"]),
        Row(
            json:
                #""editor": [{"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van", "suffix": "Jr."}]"#,
            bibtex: ["editor = {van Gogh, Jr., Vincent}"], ris: ["A2  - van Gogh, Vincent, Jr."]),
        Row(
            json: #""translator": [{"family": "Homer"}]"#, bibtex: ["translator = {{Homer}}"], ris: ["A4  - Homer"]),
        Row(json: #""publisher-place": "Moskva""#, bibtex: ["address = {Moskva}"], ris: ["CY  - Moskva"]),
        Row(
            json: #""archive": "LYA", "archive_location": "F. K-1, ap. 3, b. 10, l. 5""#,
            bibtex: ["LYA, F. K-1, ap. 3, b. 10, l. 5"], ris: ["DB  - LYA", "AV  - LYA, F. K-1, ap. 3, b. 10, l. 5"]),
        Row(
            json: #""accessed": {"date-parts": [[2026, 11, 1]]}"#, bibtex: ["urldate = {2026-11-01}"],
            ris: ["Y2  - 2026/11/01"]),
        Row(json: #""edition": 2"#, csl: #""edition":"2""#, bibtex: ["edition = {2}"], ris: ["ET  - 2"]),
        Row(json: #""collection-title": "Studies""#, bibtex: ["series = {Studies}"], ris: ["T3  - Studies"]),
        Row(
            json: #""genre": "Letter", "recipient": [{"family": "Upė", "given": "Ona"}]"#, bibtex: [],
            ris: ["M3  - Letter", "A4  - Upė, Ona"]),
    ]

    private func service(_ member: String, type: String = "book") throws -> Service {
        let dataset = SmallDataset().replacing(
            #""type": "article-newspaper", "title": "Gazette","#,
            with: #""type": "\#(type)", "title": "Gazette", \#(member),"#, in: "sources.json")
        return try Service(snapshot: try #require(dataset).load())
    }

    @Test("passes each of them on to citations of every format", arguments: rows)
    func carried(row: Row) throws {
        let service = try service(row.json)
        let csl = try service.get("/api/v1/cite/sources/gazette.json").text
        if let expected = row.csl {
            #expect(csl.contains(expected), "\(csl)")
        } else {
            let members = try #require(
                try JSONSerialization.jsonObject(with: Data("{\(row.json)}".utf8)) as? NSDictionary)
            let record = try service.get("/api/v1/sources/gazette").record()
            let item = try #require(
                (try JSONSerialization.jsonObject(with: Data(csl.utf8)) as? [[String: Any]])?.first)
            for case (let name as String, let value as NSObject) in members {
                #expect(record[name] as? NSObject == value && item[name] as? NSObject == value, "\(name)")
            }
        }
        let bibtex = try service.get("/api/v1/cite/sources/gazette.bib").text
        for line in row.bibtex { #expect(bibtex.contains(line), "\(bibtex)") }
        let ris = try service.get("/api/v1/cite/sources/gazette.ris").text
        for line in row.ris { #expect(ris.contains("\r\n\(line)\r\n"), "\(ris)") }
    }

    @Test("is accepted by the schema of the files, and by that of the answers")
    func schemas() throws {
        let file = { (row: Row) in
            SchemaOracle.Question(
                schema: "sources.json#/$defs/source",
                text: """
                    {"id": "a", "type": "book", "title": "A", "language": "en", \(row.json),
                     "independence": {"kind": "main", "of": [], "statement": {"en": "x", "lt": "y"}},
                     "access": {"en": "x", "lt": "y"}}
                    """)
        }
        #expect(
            try SchemaOracle.accepts(SourceVariableTests.rows.map(file)) == SourceVariableTests.rows.map { _ in true })
        let answers = try SourceVariableTests.rows.map { row in
            let answer = try service(row.json).get("/api/v1/sources/gazette")
            return SchemaOracle.Question(schema: "answer-source.json", text: answer.text)
        }
        #expect(
            try SchemaOracle.accepts(answers, by: try Service()) == SourceVariableTests.rows.map { _ in true })
    }

    @Test(
        "has the entry type that its kind has in BibTeX and in RIS",
        arguments: [
            ("thesis", "phdthesis", "THES"), ("article-newspaper", "article", "NEWS"), ("book", "book", "BOOK"),
            ("treaty", "legal", "STAT"), ("legislation", "legislation", "STAT"), ("legal_case", "jurisdiction", "CASE"),
            ("manuscript", "unpublished", "MANSCPT"), ("report", "techreport", "RPRT"), ("map", "misc", "MAP"),
            ("pamphlet", "booklet", "PAMP"), ("webpage", "misc", "ELEC"),
            ("paper-conference", "inproceedings", "CPAPER"),
        ])
    func types(type: String, bibtex: String, ris: String) throws {
        let service = try service(#""publisher": "A house""#, type: type)
        let entry = try service.get("/api/v1/cite/sources/gazette.bib").text
        #expect(entry.hasPrefix("@\(bibtex){gazette,"), "\(entry)")
        if type == "thesis" { #expect(entry.contains("school = {A house}")) }
        #expect(try service.get("/api/v1/cite/sources/gazette.ris").text.hasPrefix("TY  - \(ris)\r\n"))
    }

    @Test("is a part of what it stands in")
    func chapter() throws {
        let service = try service(#""container-title": "A book""#, type: "chapter")
        let entry = try service.get("/api/v1/cite/sources/gazette.bib").text
        #expect(entry.hasPrefix("@incollection{") && entry.contains("booktitle = {A book}"), "\(entry)")
    }

    @Test("has a type in RIS for every type of CSL")
    func known() {
        for type in Source.types where type != "document" {
            let text = RISText.write(Reference(key: "a", type: type, title: "A", language: "en"))
            #expect(!text.hasPrefix("TY  - GEN"), "\(type)")
        }
    }

    @Test("of a thesis for a master is told apart")
    func masters() throws {
        let service = try service(#""genre": "Magistro darbas""#, type: "thesis")
        let entry = try service.get("/api/v1/cite/sources/gazette.bib").text
        #expect(entry.hasPrefix("@mastersthesis{") && entry.contains("type = {Magistro darbas}"), "\(entry)")
    }

    @Test("says on its page who edited it, where it was published and where it is kept")
    func page() throws {
        let dataset = try #require(
            SmallDataset().replacing(
                #""type": "article-newspaper", "title": "Gazette","#,
                with: """
                    "type": "manuscript", "title": "Gazette", "editor": [{"family": "A", "given": "B"}],
                    "publisher-place": "Moskva", "archive": "LYA", "archive_location": "f. 1",
                    "issued": {"date-parts": [[1969], [1971]]}, "page": "37-49",
                    """, in: "sources.json"))
        let service = try Service(hasPages: true, snapshot: dataset.load())
        let page = try service.get("/sources/gazette?lang=en").text
        #expect(page.contains("ed. B A, Moskva, 1969–1971, pp.\u{A0}37–49, LYA, f. 1"), "\(page)")
    }
}
