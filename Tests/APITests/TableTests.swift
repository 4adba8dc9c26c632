import Checks
import Archive
import Evidence
import Foundation
import HTTPCore
import TestSupport
import Testing
import Wording

@testable import API
@testable import Rendering

@Suite("A table")
struct TableTests {
    private let service: Service

    init() throws { service = try Service() }

    private static let column = Column(
        name: "c", datatype: .string, separator: " ", member: "c")

    @Test(
        "has every cell as RFC 4180 wants it, and none that a spreadsheet would run",
        arguments: [
            (.none, "", ""), (.text("a"), "a", "a"), (.text("a,b"), "\"a,b\"", "\"a,b\""),
            (.text("a;b"), "\"a;b\"", "\"a;b\""), (.text("a\"b"), "\"a\"\"b\"", "\"a\"\"b\""),
            (.text("a\r\nb"), "\"a\r\nb\"", "\"a\r\nb\""), (.text("=1"), "'=1", "'=1"), (.text("+1"), "'+1", "'+1"),
            (.text("-1"), "'-1", "'-1"), (.text("@a"), "'@a", "'@a"), (.text("\ta"), "'\ta", "'\ta"),
            (.text("\ra"), "\"'\ra\"", "\"'\ra\""), (.text("=a,b"), "\"'=a,b\"", "\"'=a,b\""),
            (.text("a=1"), "a=1", "a=1"),
            (.list(["=a", "b"]), "'=a b", "'=a b"), (.flag(true), "true", "true"),
            (.number(Number(numeral: "-1234.5") ?? 0), "-1234.5", "-1234,5"),
            (Cell(CalendarDay(year: 1944, month: 8, day: 1)), "1944-08-01", "1944-08-01"),
            (Cell(CalendarDay(year: 12_345, month: 8, day: 1)), "12345-08-01", "12345-08-01"),
            (Cell(CalendarDay(year: -1, month: 8, day: 1)), "-0001-08-01", "-0001-08-01"),
            (Cell(EDTF(known: "-0330-10-01")), "-0330-10-01", "-0330-10-01"),
            (Cell(EDTF(known: "[-0330,-0328]")), "\"[-0330,-0328]\"", "\"[-0330,-0328]\""),
            (.term("id", .text(LocalizedText("label"))), "id", "id"),
        ] as [(Cell, String, String)])
    func cells(cell: Cell, csv: String, excel: String) {
        let table = Table(columns: [TableTests.column], rows: [[cell]])
        #expect(String(decoding: CSVText.write(table, dialect: .rfc4180), as: UTF8.self) == "c\r\n\(csv)\r\n")
        #expect(String(decoding: CSVText.write(table, dialect: .excel), as: UTF8.self) == "\u{FEFF}c\r\n\(excel)\r\n")
    }

    @Test("of a list has one row for each record and one cell for each column", arguments: Service.lists)
    func rows(list: String) throws {
        let records = try service.all("/api/v1/\(list)")
        let answer = try service.get("/api/v1/\(list).csv")
        #expect(answer["Content-Type"] == "text/csv; charset=utf-8; header=present")
        let lines = answer.text.split(separator: "\r\n")
        #expect(lines.count == records.count + 1)
        let names = try #require(lines.first).split(separator: ",")
        #expect(names.first == "id" && Set(names).count == names.count)
        #expect(names.allSatisfy { $0.utf8.allSatisfy { $0 > 0x40 && $0 != UInt8(ascii: "_") } })
        let paged = try service.get("/api/v1/\(list).csv?limit=2")
        #expect(paged.text.split(separator: "\r\n").count == 3)
        #expect(paged["Link"]?.contains("rel=\"next\"") == true)
    }

    @Test("has the columns of the members asked for, and no other")
    func fields() throws {
        let answer = try service.get("/api/v1/claims.csv?fields=value,id")
        #expect(answer.text.hasPrefix("id,value\r\nsandbags-april-main,6000\r\n"))
    }

    @Test("carries the caveats of every figure")
    func caveats() throws {
        let header = try service.get("/api/v1/claims.csv").text.prefix { $0 != "\r\n" }.split(separator: ",")
        for name in [
            "contested", "low", "high", "statisticLow", "statisticHigh", "attribution", "qualifier", "printed",
        ] {
            #expect(header.contains(Substring(name)), "\(name)")
        }
    }

    @Test("is described for programs, under a link that the CSV itself gives", arguments: Service.lists)
    func metadata(list: String) throws {
        let csv = try service.get("/api/v1/\(list).csv?lang=lt")
        let path = "/api/v1/\(list).csv-metadata.json?lang=lt"
        #expect(csv["Link"]?.contains("<\(path)>; rel=\"describedby\"; type=\"application/csvm+json\"") == true)
        let answer = try service.get(path)
        #expect(answer["Content-Type"] == "application/csvm+json")
        #expect(answer["Link"]?.contains("</api/v1/\(list).csv?lang=lt>; rel=\"describes\"") == true)
        let json = try answer.json()
        #expect(json["url"] as? String == "\(list).csv?lang=lt")
        let schema = try #require(json["tableSchema"] as? [String: Any])
        let columns = try #require(schema["columns"] as? [[String: Any]])
        #expect(columns.compactMap { $0["name"] as? String }.joined(separator: ",") == csv.text.prefix { $0 != "\r\n" })
        #expect((json["dc:license"] as? [String: String])?["@id"] == "https://creativecommons.org/licenses/by/4.0/")
    }

    @Test(
        "has a title for every column in every language",
        arguments: Service.lists.map { $0 + ".csv-metadata.json" } + [
            "statistics.csv-metadata.json?viewpoint=main", "claims.csv-metadata.json?viewpoint=main",
            "checks.csv-metadata.json?viewpoint=main", "search.csv-metadata.json?q=river", "compare.csv-metadata.json",
            "compare.csv-metadata.json?viewpoint=main",
        ])
    func titles(path: String) throws {
        let schema = try #require(try service.get("/api/v1/" + path).json()["tableSchema"] as? [String: Any])
        let columns = try #require(schema["columns"] as? [[String: Any]])
        #expect(!columns.isEmpty)
        for column in columns {
            for title in try #require(column["dc:title"] as? [[String: String]]) {
                let language = try #require(Language.shipped.first { $0.rawValue == title["@language"] })
                #expect(language.words.columns.values.contains(title["@value"] ?? ""), "\(column["name"] ?? "")")
            }
        }
    }

    @Test("made while it is sent is the one that is made at once", arguments: Dialect.allCases)
    func produced(dialect: Dialect) throws {
        let encoded = EncodedSnapshot(try Service.snapshot.get(), in: .shipped)
        let table = encoded.claims
        let positions = (0..<400).map { $0 % table.table.records.count }
        let records = RecordList(
            table: table, positions: positions, language: .lithuanian, fields: nil, snapshot: encoded.snapshot,
            viewpoint: .all)
        let sent = Body(start: records.producedTable(dialect))
        #expect(sent.count == nil)
        #expect(sent.chunks.count > 1)
        #expect(sent.bytes == CSVText.write(records.table(.csv), dialect: dialect))
        let lines = Body(start: records.producedLines)
        #expect(lines.bytes == records.lines)
        #expect(lines.bytes == lines.bytes)
    }

    @Test("for people has labels in their language, and ends with the terms of use")
    func text() throws {
        let english = try service.get("/api/v1/statistics/sandbags-april.txt")
        #expect(english["Content-Type"] == "text/plain; charset=utf-8")
        #expect(english.text.hasPrefix("Sandbags filled in April\n════════════════════════\n"))
        #expect(english.text.contains("6,000  5,500  6,499  stated     own data"))
        let lithuanian = try service.get("/api/v1/statistics/sandbags-april.txt", ["Accept-Language": "lt"])
        #expect(lithuanian.text.contains("6\u{A0}000"))
        #expect(lithuanian.text.contains("nurodyta"))
        #expect(lithuanian.text.hasSuffix("https://creativecommons.org/licenses/by/4.0/\nriver-in-flood 1.0.0\n"))
    }

    @Test("for people shows a discrepancy with its arithmetic")
    func arithmetic() throws {
        let text = try service.get("/api/v1/discrepancies/flooded-sum", ["Accept": "text/plain"]).text
        #expect(text.contains("1,200 + 801 = 2,001 ≠ 2,301  off by 300"))
    }

    @Test("for people leads to its next page")
    func pages() throws {
        let text = try service.get("/api/v1/claims.txt?limit=20").text
        #expect(text.hasPrefix("Claims: 20 of 32\n"))
        let next = try #require(text.split(separator: "\n").first { $0.hasPrefix("Next page: ") }).dropFirst(11)
        let last = try service.get(String(next)).text
        #expect(last.hasPrefix("Claims: 12 of 32\n"))
        #expect(!last.contains("Next page"))
    }
}
