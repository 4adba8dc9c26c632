import Archive
import Checks
import Evidence
import Foundation
import TestSupport
import Testing
import Wording

@testable import Charts

/// What a picture of arithmetic between several units shows.
@Suite("A picture of a formula")
struct FormulaPictureTests {
    private static let units = #"""
        , {"id": "wagons", "label": {"en": "wagons"}, "kind": "count"},
        {"id": "pood", "label": {"en": "pood"}, "kind": "measure", "convertsTo": {"unit": "tonnes", "factor": 0.01638}},
        {"id": "tonnes", "label": {"en": "tonnes"}, "kind": "measure"}
        """#

    private static func statistic(_ id: String, in unit: String, _ printed: String...) -> String {
        let claims = printed.map { text -> String in
            let value = text.filter { $0.isNumber || $0 == "." }
            let word = text.hasPrefix("about") ? #""qualifier": "about", "# : ""
            return #"\#(word)"value": \#(value), "printed": "\#(text)""#
        }
        switch claims.count {
        case 1: return FigureDataset.statistic(id, in: unit, claims[0])
        default: return FigureDataset.statistic(id, in: unit, claims[0], claims[1])
        }
    }

    private static let dataset = FigureDataset(
        units: units,
        statistics: [
            statistic("men", in: "count", "1303", "1303"), statistic("wagons", in: "wagons", "30", "31"),
            statistic("rye", in: "tonnes", "20"), statistic("other-rye", in: "pood", "about 800"),
        ],
        relations: [
            relation("right", "m = w * 40"), relation("left", "w * 40 = m"), relation("number", "m / w <= 40"),
            FigureDataset.relation(
                "rye", #""kind": "formula", "formula": "a = b", "terms": {"a": "rye", "b": "other-rye"}"#),
        ])

    private static func relation(_ id: String, _ text: String) -> String {
        FigureDataset.relation(
            id, #""kind": "formula", "formula": "\#(text)", "terms": {"m": "men", "w": "wagons"}"#)
    }

    private func chart(_ id: String) throws -> Chart {
        let snapshot = try Self.dataset.load()
        let discrepancy = try #require(snapshot.discrepancies[id])
        return try #require(Chart(discrepancy, in: snapshot, .english))
    }

    @Test(
        "has both sides of each reading in one unit, whichever way it is written",
        arguments: [
            ("right", "1,303 ≠ 31 × 40 = 1,240", ["men-atlas", "computed", "men-gazette", "computed-2"]),
            ("left", "31 × 40 = 1,240 ≠ 1,303", ["computed", "men-atlas", "computed-2", "men-gazette"]),
        ])
    func sides(id: String, arithmetic: String, rows: [String]) throws {
        let chart = try chart(id)
        #expect(chart.subject == "Of them")
        #expect(chart.rows.map(\.id) == rows)
        let captions = chart.rows.compactMap(\.caption)
        #expect(captions.map(\.verdict) == [.contradiction, .contradiction])
        #expect(captions.map(\.arithmetic).contains(arithmetic))
        let worked = chart.rows.filter { $0.kind == .computed }
        #expect(Set(worked.compactMap(\.amount.point)) == [1_200, 1_240])
        let labels = worked.map { $0.label(in: .english).joined(separator: " ") }
        #expect(labels.contains { $0.contains("31 × 40 wagons: 31 (wagons) · gazette") }, "\(labels)")
        #expect(chart.rows.filter { $0.kind == .stated }.allSatisfy { $0.amount.point == 1_303 })
    }

    @Test("says the line of arithmetic, and draws nothing in another unit")
    func picture() throws {
        let snapshot = try Self.dataset.load()
        let discrepancy = try #require(snapshot.discrepancies["right"])
        let picture = try #require(Picture(discrepancy, in: snapshot, .english))
        let lines = picture.marks.compactMap { if case .text(let line) = $0 { line.text } else { nil } }
        #expect(lines.contains("1,303 ≠ 31 × 40 = 1,240") && lines.contains("1,303") && lines.contains("1,240"))
        #expect(!lines.contains("30") && !lines.contains("31"), "a number of wagons is in a label alone")
        #expect(picture.description.contains("1,303 ≠ 31 × 40 = 1,240"))
    }

    @Test("names what is the formula's own number")
    func number() throws {
        let chart = try chart("number")
        #expect(chart.subject.isEmpty)
        #expect(chart.rows.last?.heading?.text == "A number of the formula")
        #expect(chart.rows.last?.amount.point == 40)
    }

    @Test("tells a converted figure as such, and that it is about so much")
    func converted() throws {
        let rows = try chart("rye").rows
        let row = try #require(rows.first { $0.kind == .converted })
        #expect(row.figure.first == "~13")
        #expect(row.label(in: .english).contains("converted; printed: about 800"))
    }

    @Test("and of a share says whose the percentage is, which has no place on the axis")
    func share() throws {
        let relation = FigureDataset.relation(
            "share", #""kind": "share", "share": "share", "base": ["men"], "count": ["fallen"]"#)
        let dataset = FigureDataset(
            statistics: [
                Self.statistic("share", in: "percent", "25.0"), Self.statistic("men", in: "count", "1303"),
                Self.statistic("fallen", in: "count", "400"),
            ], relations: [relation])
        let snapshot = try dataset.load()
        let discrepancy = try #require(snapshot.discrepancies["share"])
        let chart = try #require(Chart(discrepancy, in: snapshot, .english))
        #expect(chart.rows.map(\.id) == ["men-atlas", "fallen-atlas", "computed"])
        let label = chart.rows.last?.label(in: .english)
        #expect(label?.last == "share: 25.0% (per cent) · atlas")
    }

    @Test(
        "and of a share or a change has each reading by itself, the deciding one first",
        arguments: [
            (
                #""kind": "share", "share": "share", "base": ["men"], "count": ["fallen"]"#,
                ["25.0% × 2,000 = 500 ≠ 300", "20.0% × 1,303 = 260.6 ≈ 261"]
            ),
            (
                #""kind": "change", "before": ["men"], "change": "share", "after": ["fallen"]"#,
                ["2,000 × (100% + 25.0%) = 2,500 ≠ 300", "1,303 × (100% + 20.0%) = 1,563.6 ≠ 261"]
            ),
        ])
    func readings(sides: String, arithmetic: [String]) throws {
        let dataset = FigureDataset(
            statistics: [
                Self.statistic("share", in: "percent", "20.0", "25.0"),
                Self.statistic("men", in: "count", "1303", "2000"),
                Self.statistic("fallen", in: "count", "261", "300"),
            ], relations: [FigureDataset.relation("r", sides)])
        let snapshot = try dataset.load()
        let discrepancy = try #require(snapshot.discrepancies["r"])
        let chart = try #require(Chart(discrepancy, in: snapshot, .english))
        let captions = chart.rows.compactMap(\.caption)
        #expect(captions.map(\.arithmetic) == arithmetic)
        #expect(
            captions.first?.arithmetic
                == discrepancy.check.deciding.map {
                    Arithmetic($0, of: discrepancy.check, in: .english).text
                })
        #expect(captions.map(\.label) == ["gazette", "atlas"])
        #expect(
            chart.rows.map(\.id) == [
                "men-gazette", "fallen-gazette", "computed", "men-atlas", "fallen-atlas", "computed-2",
            ])
        let description = try #require(Picture(discrepancy, in: snapshot, .english)).description
        for line in arithmetic { #expect(description.contains(line), "\(description)") }
    }
}
