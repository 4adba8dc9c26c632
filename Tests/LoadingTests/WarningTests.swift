import Evidence
import Foundation
import TestSupport
import Testing

@testable import Loading

/// What `validate` warns of in the small dataset with something changed.
@Suite("Warnings")
struct WarningTests {
    private struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// What is replaced, by file.
        let changes: [(file: String, old: String, new: String)]
        let warnings: [String]
    }

    private static let ofPeople = (
        "dataset.json", #""populations": ["#,
        #""populations": [{"id": "people", "label": {"en": "People", "lt": "Žmonės"}}, "#
    )
    private static let right = (
        "statistics.json",
        #""population": "houses", "unit": "count", "period": "1931-04",\#n  "note""#,
        #""population": "people", "unit": "count", "period": "1931-04", "note""#
    )
    private static let people = "right of people"
    private static let sum = #""parts": ["left", "right"]"#

    private static let rows = [
        Row(testDescription: "Nothing as it is", changes: [], warnings: []),
        Row(
            testDescription: "One claim that is to agree with itself",
            changes: [("relations.json", #""statistic": "left","#, #""statistic": "right","#)],
            warnings: [
                "relations.json#/relations/0/statistic: expected a statistic with two claims at least, or the relation tests "
                    + "nothing, found right with one"
            ]),
        Row(
            testDescription: "No claim that stands",
            changes: [("relations.json", #""statistic": "left","#, #""statistic": "boats","#)],
            warnings: [
                "relations.json#/relations/0/statistic: expected a statistic with two claims at least, or the relation tests "
                    + "nothing, found one with none"
            ]),
        Row(
            testDescription: "Parts of different populations", changes: [ofPeople, right],
            warnings: [
                "relations.json#/relations/1/parts: expected parts of one population, or the relation's \"disjoint\": true "
                    + "where those of several do not overlap, or its \"comparability\", found left of houses, right of people"
            ]),
        Row(
            testDescription: "Parts that do not overlap",
            changes: [ofPeople, right, ("relations.json", sum, sum + #", "disjoint": true"#)], warnings: []),
        Row(
            testDescription: "Parts that may overlap, of which nobody says otherwise",
            changes: [ofPeople, right, ("relations.json", sum, sum + #", "disjoint": false"#)],
            warnings: [
                "relations.json#/relations/1/parts: expected parts of one population, or the relation's \"disjoint\": true "
                    + "where those of several do not overlap, or its \"comparability\", found left of houses, right of people"
            ]),
        Row(
            testDescription: "Parts marked as not comparable",
            changes: [
                ofPeople, right,
                (
                    "relations.json", sum,
                    sum + #", "comparability": {"differs": "population", "reason": {"en": "Others.", "lt": "Kiti."}}"#
                ),
            ], warnings: []),
        Row(
            testDescription: "A whole of different populations, which may be too large",
            changes: [
                ofPeople, right, ("relations.json", sum, #""parts": ["left", "drowned"]"#),
                (
                    "relations.json", #""parts": ["left"], "whole": ["both"]"#,
                    #""parts": ["left"], "whole": ["both", "right"]"#
                ),
            ], warnings: []),
    ]

    @Test("What can be served and says less than its author may think is told", arguments: rows)
    private func warnings(row: Row) throws {
        var dataset = SmallDataset()
        for (file, old, new) in row.changes {
            dataset = try #require(dataset.replacing(old, with: new, in: file), "\(old)")
        }
        #expect(try dataset.warnings().lines == row.warnings)
    }

    @Test("Percentages that are added are of one whole only if the relation says so", arguments: [false, true])
    func percentages(isSaid: Bool) throws {
        let relation = #"""
            {"id": "shares", "kind": "sum", "parts": ["share", "other"], "whole": ["all"], "title": {"en": "S", "lt": "S"},
             "explanation": {"en": "E.", "lt": "P."}, "question": {"en": "Q?", "lt": "K?"}\#(isSaid ? #", "disjoint": true"# : "")},
            """#
        let statistic = { (id: String, value: Int) in
            #"""
            {"id": "\#(id)", "title": {"en": "S", "lt": "D"}, "measure": "flooded", "population": "houses", "unit": "percent",
             "period": "1931-04",
             "claims": [{"id": "\#(id)-main", "source": "gazette", "value": \#(value), "qualifier": "stated",
                         "printed": "\#(value)", "attribution": "main", "rank": "normal"}]},
            """#
        }
        let dataset = try #require(
            SmallDataset().replacing(#""relations": ["#, with: #""relations": ["# + relation, in: "relations.json")?
                .replacing(
                    #""statistics": ["#, with: #""statistics": ["# + statistic("other", 10) + statistic("all", 18),
                    in: "statistics.json"))
        let warned = ["/relations/0/parts: the percentage share, the percentage other"]
        #expect(
            try dataset.warnings().problems.map { "\($0.pointer): \($0.found)" } == (isSaid ? [] : warned))
    }

    @Test("Warnings stand beside problems, and say nothing of a relation that is not sound")
    func beside() throws {
        let dataset = try #require(
            SmallDataset().replacing(#""statistic": "left","#, with: #""statistic": "right","#, in: "relations.json")?
                .replacing(#""category": "flood","#, with: "", in: "events.json"))
        let error = try #require(throws: DatasetError.self) { try dataset.load() }
        #expect(error.problems.map(\.pointer) == ["/events/0"])
        #expect(error.warnings.problems.map(\.pointer) == ["/relations/0/statistic"])
        #expect(error.warnings.problems.map(\.kind) == [.warning])
    }

    @Test("A thousand are kept and the others counted, problems and warnings each by themselves")
    func many() {
        let diagnostics = Diagnostics(DeclaredIDs(identity: nil, sources: nil, statistics: nil))
        for number in 0..<1_500 {
            diagnostics.warn(at: .element(.file("events.json"), number), expected: "one", found: "another")
        }
        diagnostics.add(.meaning, at: .file("events.json"), expected: "one", found: "another")
        #expect(diagnostics.warnings.problems.count == 1_000)
        #expect(diagnostics.warnings.count == 1_500)
        #expect(diagnostics.warnings.lines.last == "and 500 more")
        #expect(diagnostics.count == 1)
    }

    private static let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Resources/datasets/lithuania-1944-1945").path

    @Test("What ships has none")
    func shipped() throws { #expect(try Loader.load(directory: Self.shipped).warnings.lines == []) }
}
