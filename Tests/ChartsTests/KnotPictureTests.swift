import Archive
import Evidence
import Foundation
import Reasoning
import TestSupport
import Testing
import Wording

@testable import Charts

/// What a picture of figures that cannot all be right shows. That it is legible, and can be read by who cannot see it,
/// `PictureTests` holds of all pictures.
@Suite("A picture of a knot")
struct KnotPictureTests {
    private static func statistic(_ id: String, in unit: String = "count", _ values: String...) -> String {
        let claims = values.map { #""value": \#($0), "printed": "\#($0)""# }
        switch claims.count {
        case 0:
            return FigureDataset.statistic(
                id, in: unit, #""qualifier": "unknown", "value": null, "printed": "unknown""#)
        case 1: return FigureDataset.statistic(id, in: unit, claims[0])
        default: return FigureDataset.statistic(id, in: unit, claims[0], claims[1])
        }
    }

    private static func relation(_ id: String, _ members: String) -> String { FigureDataset.relation(id, members) }

    private static func sum(_ parts: [String], _ whole: String) -> String {
        relation("\(whole)-sum", #""kind": "sum", "parts": \#(parts), "whole": ["\#(whole)"]"#)
    }

    private static func most(_ part: String, _ whole: String) -> String {
        relation("\(part)-of-\(whole)", #""kind": "part", "parts": ["\#(part)"], "whole": ["\#(whole)"]"#)
    }

    private static func chart(_ statistics: [String], _ relations: [String]) throws -> (KnotChart, Picture) {
        let snapshot = try FigureDataset(statistics: statistics, relations: relations).load()
        return (
            try #require(KnotChart(0, of: snapshot.weighing, in: snapshot, .english)),
            try #require(Picture(knot: 0, of: snapshot.weighing, in: snapshot, .english))
        )
    }

    private static func lines(_ picture: Picture) -> [String] {
        picture.marks.compactMap { if case .text(let line) = $0 { line.text } else { nil } }
    }

    @Test("marks the figures that cannot all be right and the relations that show it, by more than colour")
    func marks() throws {
        let (chart, picture) = try Self.chart(
            [Self.statistic("a", "11"), Self.statistic("b", "5", "6"), Self.statistic("c", "23", "17")],
            [Self.sum(["a", "b"], "c"), Self.most("b", "c")])
        #expect(chart.nodes.map(\.statistic.id) == ["a", "b", "c"])
        #expect(chart.nodes.map { $0.figures.map(\.text) } == [["11"], ["5", "6"], ["17", "23"]])
        #expect(chart.nodes.flatMap(\.figures).allSatisfy { $0.isMember })
        #expect(chart.edges.map(\.relation.id) == ["c-sum", "b-of-c"])
        #expect(chart.edges.map(\.isCrossed) == [true, false])
        let paths = picture.marks.compactMap { if case .path(let path) = $0 { path } else { nil } }
        // One of each is in the legend.
        #expect(paths.count { $0.stroke == .grave && $0.width == 2 } == 5 + 1, "frames")
        #expect(paths.contains { $0.width == 3 && !$0.isDashed } && paths.contains { $0.width == 1.5 && $0.isDashed })
        let lines = Self.lines(picture)
        for sign in ["+", "=", "≤"] { #expect(lines.contains(sign), "\(sign)") }
        #expect(lines.joined(separator: " ").contains("None of these conflicts goes through this relation"))
    }

    @Test("tells in words who states what, how it hangs together, and what cannot be together")
    func words() throws {
        let (_, picture) = try Self.chart(
            [Self.statistic("a", "11"), Self.statistic("b", "5"), Self.statistic("c", "23")],
            [Self.sum(["a", "b"], "c")])
        #expect(picture.title == "Figures that cannot all be right – c-sum")
        #expect(
            picture.description
                == "Figures that cannot all be right – c-sum. a: 11 (atlas). b: 5 (atlas). c: 23 (atlas). a + b = c. "
                + "At least one of these conflicts goes through this relation. Figures that cannot all be right: 11; 5; 23."
        )
    }

    @Test("leaves out what nobody asserts, where there is what somebody does")
    func mixed() throws {
        let (chart, _) = try Self.chart(
            [Self.statistic("a", "11"), Self.statistic("b", "5", "6"), Self.statistic("c", "23")],
            [Self.sum(["a", "b"], "c")])
        let told = chart.conflicts.map { conflict in conflict.map { chart.nodes[$0.node].figures[$0.figure].text } }
        #expect(told.contains(["11", "5", "23"]) && told.contains(["5", "6"]))
        #expect(!told.contains(["11", "6", "23"]))
    }

    @Test("has seven statistics at most, or those of one conflict, and says how many it leaves out")
    func bounded() throws {
        let others = (1...9).map { "s\($0)" }
        let (chart, picture) = try Self.chart(
            [Self.statistic("all", "101")] + others.map { Self.statistic($0, "51") },
            others.map { Self.most("all", $0) })
        #expect(chart.nodes.count == 7 && chart.statisticsLeft == 3)
        #expect(Self.lines(picture).contains("Statistics not drawn: 3."))
        #expect(picture.description.contains("Statistics not drawn: 3."))
        let (long, _) = try Self.chart(
            [Self.statistic("all", "101")] + others.map { Self.statistic($0, "1") }, [Self.sum(others, "all")])
        #expect(long.nodes.count == 10 && long.statisticsLeft == 0)
        let many = (1...60).map { "s\($0)" }
        let (longest, whole) = try Self.chart(
            many.map { Self.statistic($0, "1") } + [Self.statistic("all", "101")], [Self.sum(many, "all")])
        #expect(longest.nodes.count == 48 && longest.statisticsLeft == 13)
        #expect(longest.nodes.last?.statistic.id == "all" && whole.description.contains("s59 + s60 = all"))
    }

    @Test("tells what the rest allows a statistic that nobody counted")
    func uncounted() throws {
        let (chart, picture) = try Self.chart(
            [
                Self.statistic("a", "11"), Self.statistic("b", "5"), Self.statistic("both"), Self.statistic("c", "13"),
            ], [Self.sum(["a", "b"], "both"), Self.most("both", "c")])
        let node = try #require(chart.nodes.first { $0.statistic.id == "both" })
        #expect(node.figures.isEmpty && node.allowed != nil)
        #expect(Self.lines(picture).contains { $0.hasPrefix("The rest allows: ") })
        #expect(picture.description.contains("both: The rest allows: "))
    }

    @Test(
        "has a table beside it with the terms of each relation",
        arguments: [
            (#""kind": "formula", "formula": "m = w * 40", "terms": {"m": "men", "w": "fallen"}"#, "fallen × 40 = men"),
            (#""kind": "share", "share": "share", "base": ["men"], "count": ["fallen"]"#, "share × men = fallen"),
            (
                #""kind": "change", "before": ["men"], "change": "share", "after": ["fallen"]"#,
                "men × (100% + share) = fallen"
            ),
            (
                #""kind": "formula", "formula": "m - f >= 2000", "terms": {"m": "men", "f": "fallen"}"#,
                "men − fallen ≥ 2,000"
            ),
            (#""kind": "cumulative", "earlier": ["men"], "later": ["fallen"]"#, "men ≤ fallen"),
        ])
    func table(members: String, expected: String) throws {
        let (chart, picture) = try Self.chart(
            [
                Self.statistic("men", "1303"), Self.statistic("fallen", "261"),
                FigureDataset.statistic("share", in: "percent", #""value": 25.0, "printed": "25.0""#),
            ], [Self.relation("r", members)])
        let table = KnotTable(chart)
        #expect(table.columns == ["Relation", "Left side", "Sign", "Right side", "Conflict"])
        let row = try #require(table.rows.first)
        let side = { (terms: [KnotTable.Term]) in
            terms.map { ($0.sign.isEmpty ? "" : $0.sign + " ") + $0.opening + $0.text + $0.closing }
                .joined(separator: " ")
        }
        #expect([side(row.left), row.sign, side(row.right)].joined(separator: " ") == expected)
        #expect(row.title == "r" && row.crossed == "yes" && row.isCrossed)
        #expect((row.left + row.right).first { $0.statistic == "men" }?.figures.map(\.text) == ["1,303"])
        #expect(picture.description.contains(expected))
        #expect(Self.lines(picture).contains(row.sign))
    }

    @Test("is described without a second full stop after an abbreviation")
    func abbreviations() throws {
        let statistics = [Self.statistic("men", "11"), Self.statistic("fallen", "23")].map {
            $0.replacing(#""en": "men""#, with: #""en": "men by 1957 a.d.""#)
        }
        let (_, picture) = try Self.chart(statistics, [Self.most("fallen", "men")])
        #expect(picture.description.contains("fallen ≤ men by 1957 a.d. "))
        #expect(!picture.description.contains(".."))
    }

    /// Relations between a few statistics as they come.
    private static func random(_ generator: inout SeededGenerator) -> (nodes: Int, edges: [KnotLayout.Edge]) {
        let nodes = Int.random(in: 1...8, using: &generator)
        let edges = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
            let place = { (generator: inout SeededGenerator) in Int.random(in: 0..<nodes, using: &generator) }
            let from = (0..<Int.random(in: 1...3, using: &generator)).map { _ in place(&generator) }
            return KnotLayout.Edge(from: from, to: [place(&generator)].filter { !from.contains($0) })
        }
        return (nodes, edges)
    }

    @Test("has the parts above and to the left of the whole, where no circle forbids it")
    func parts() {
        var generator = SeededGenerator(seed: 15)
        var told = 0
        for _ in 0..<2_000 {
            var (nodes, edges) = Self.random(&generator)
            // Without circles: each leads to what has a higher number.
            edges = edges.filter { edge in edge.to.allSatisfy { to in edge.from.allSatisfy { $0 < to } } }
            let layout = KnotLayout(nodes: nodes, edges)
            let row = { (node: Int) in layout.rows.firstIndex(of: node) ?? -1 }
            for edge in edges {
                for (from, to) in edge.from.flatMap({ from in edge.to.map { (from, $0) } }) {
                    told += 1
                    #expect(row(from) < row(to) && layout.layers[from] < layout.layers[to])
                }
            }
        }
        #expect(told > 1_000)
    }

    @Test("has each statistic once, and no two lines on each other, whatever the relations")
    func lanes() {
        var generator = SeededGenerator(seed: 16)
        for _ in 0..<2_000 {
            let (nodes, edges) = Self.random(&generator)
            let layout = KnotLayout(nodes: nodes, edges)
            #expect(layout.rows.sorted() == Array(0..<nodes))
            // Where on its line from the top down each edge comes to a node.
            let place = { (edge: Int, node: Int) -> Int in
                (layout.rows.firstIndex(of: node) ?? 0) * 100 + (layout.ports[node].firstIndex(of: edge) ?? 0)
            }
            let spans = edges.indices.map { edge in
                let places = (edges[edge].from + edges[edge].to).map { place(edge, $0) }
                return (places.min() ?? 0)...(places.max() ?? 0)
            }
            for one in edges.indices {
                for other in edges.indices where other > one && layout.lanes[one] == layout.lanes[other] {
                    #expect(!spans[one].overlaps(spans[other]), "\(edges)")
                }
            }
        }
    }
}
