import Checks
import Archive
import Evidence
import Foundation
import TestSupport
import Testing

@testable import Foundations
@testable import Loading

/// Changes, orders and formulas in the small dataset.
@Suite("Relations of change, order and anything else")
struct FurtherRelationTests {
    private static let relations = FurtherRelations.all

    private static func dataset(_ relation: String) throws -> SmallDataset {
        try #require(FurtherRelations.dataset(relation))
    }

    @Test(
        "are checked as they are declared",
        arguments: [
            ("change", "rose", Verdict.contradiction), ("before", "first", .contradiction),
            ("formula", "rest", .consistent), ("days", "wait", .consistent),
        ])
    func verdicts(name: String, id: String, verdict: Verdict) throws {
        let snapshot = try Self.dataset(try #require(Self.relations[name])).load()
        #expect(snapshot.checks[id]?.verdict == verdict)
    }

    @Test(
        "A fall by 30 per cent is a change of -30, and leaves 70,000 of 100,000",
        arguments: [(70_000, Verdict.consistent), (75_000, .contradiction)])
    func fall(after: Int, verdict: Verdict) throws {
        let statistic = { (id: String, unit: String, value: Int) in
            #"""
            {"id": "\#(id)", "title": {"en": "S", "lt": "D"}, "measure": "flooded", "population": "houses",
             "unit": "\#(unit)", "period": "1931-04",
             "claims": [{"id": "\#(id)-main", "source": "gazette", "value": \#(value), "qualifier": "stated",
                         "printed": "as printed", "attribution": "main", "rank": "normal"}]},
            """#
        }
        let relation = #"""
            {"id": "fell", "kind": "change", "before": ["before"], "change": "fall", "after": ["after"],
             "title": {"en": "It fell", "lt": "Sumažėjo"}, "explanation": {"en": "By less.", "lt": "Mažiau."},
             "question": {"en": "By what?", "lt": "Kiek?"}}
            """#
        let unit = #"""
            {"id": "loss", "label": {"en": "per cent", "lt": "procentai"}, "kind": "percentage", "minimum": null},
            """#
        let dataset = try Self.dataset(relation).replacing(
            #""units": ["#, with: #""units": ["# + unit, in: "dataset.json")?.replacing(
                #""statistics": ["#,
                with: #""statistics": ["# + statistic("before", "count", 100_000) + statistic("fall", "loss", -30)
                    + statistic("after", "count", after), in: "statistics.json")
        #expect(try #require(dataset).load().checks["fell"]?.verdict == verdict)
    }

    private struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let relation, old, new, pointer: String
        let kind: DatasetProblem.Kind

        init(
            _ what: String, _ relation: String, _ old: String, _ new: String, at pointer: String,
            _ kind: DatasetProblem.Kind = .meaning
        ) {
            testDescription = what
            (self.relation, self.old, self.new, self.pointer, self.kind) = (relation, old, new, pointer, kind)
        }
    }

    private static let rows = [
        Row("A change without what was before", "change", #""before": ["right"], "#, "", at: "", .structure),
        Row("A change in houses", "change", #""change": "share""#, #""change": "left""#, at: "/change"),
        Row("A change to another unit", "change", #"["both"]"#, #"["boats"]"#, at: "/after/0"),
        Row("A change of one to itself", "change", #"["both"]"#, #"["right"]"#, at: "/after/0"),
        Row("An empty gap", "before", #"{"least": 2, "most": 90}"#, "{}", at: "/gap", .structure),
        Row("A gap of nothing", "before", #""least": 2"#, #""least": 0"#, at: "/gap/least", .structure),
        Row("A gap turned round", "before", #""least": 2"#, #""least": 91"#, at: "/gap"),
        Row("Something before itself", "before", #"{"event": "relief"}"#, #"{"event": "flood"}"#, at: "/later"),
        Row("An order with a bound", "before", #""gap""#, #""bound": "start", "gap""#, at: "/bound", .structure),
        Row("Disjoint events", "before", #""gap""#, #""disjoint": true, "gap""#, at: "/disjoint", .structure),
        Row("A term of no formula", "formula", "- others ", "", at: "/formula"),
        Row("A name of no term", "formula", "- others", "- other", at: "/formula"),
        Row("A formula that ends too soon", "formula", " + 400)", "", at: "/formula"),
        Row(
            "A formula that is a number", "formula", #""all - others >= 1.5 * (400 + 400)""#, "1", at: "/formula",
            .structure),
        Row("Terms of different units", "formula", #""others": "right""#, #""others": "boats""#, at: "/terms/others"),
        Row(
            "One statistic under two names", "formula", #""others": "right""#, #""others": "both""#, at: "/terms/others"
        ),
        Row(
            "A term that is no name", "formula", #""others": "#, #""1": "both", "others": "#, at: "/terms/1", .structure
        ),
        Row("A statistic that is not there", "formula", #""right""#, #""rihgt""#, at: "/terms/others"),
        Row("No terms", "formula", #"{"all": "both", "others": "right"}"#, "{}", at: "/terms", .structure),
        Row(
            "A day without a bound", "days", #""relief", "bound": "start""#, #""relief""#, at: "/terms/boats",
            .structure),
        Row(
            "A bound in the middle", "days", #""relief", "bound": "start""#, #""relief", "bound": "middle""#,
            at: "/terms/boats/bound", .structure),
        Row(
            "A day of two things", "days", #""event": "relief""#, #""event": "relief", "statistic": "left""#,
            at: "/terms/boats", .structure),
        Row("A day added to a number", "days", "days(rise, boats) <= 2", "rise + 2 >= boats", at: "/formula"),
        Row(
            "An event that is not there", "days", #""event": "relief""#, #""event": "belief""#, at: "/terms/boats/event"
        ),
    ]

    @Test("are refused with the pointer to what is wrong, and by the schemas where they can see it", arguments: rows)
    private func broken(row: Row) throws {
        let whole = try #require(Self.relations[row.relation])
        let parts = whole.components(separatedBy: row.old)
        #expect(parts.count == 2, "what is replaced does not stand exactly once")
        let dataset = try Self.dataset(parts.joined(separator: row.new))
        let problems = try dataset.problems()
        #expect(
            problems.map { "\($0.kind) \($0.pointer)" } == ["\(row.kind) /relations/0\(row.pointer)"], "\(problems)")
        let text = try #require(dataset.files["relations.json"])
        #expect(try SchemaOracle.accepts([.init(schema: "relations.json", text: text)]) == [row.kind == .meaning])
    }

    @Test(
        "whose nodes are changed get the same answer from the loader and from the schemas",
        arguments: relations.keys.sorted())
    func mutations(name: String) throws {
        let dataset = try Self.dataset(try #require(Self.relations[name]))
        let whole = try JSONReader.read(Array(try #require(dataset.files["relations.json"]).utf8))
        var random = SeededGenerator(seed: 1907)
        let texts = whole.mutations.map(\.text).filter { _ in Int.random(in: 0..<5, using: &random) == 0 }
        let answers = try SchemaOracle.accepts(texts.map { .init(schema: "relations.json", text: $0) })
        for (text, isAccepted) in zip(texts, answers) {
            let problems = try dataset.replacing("relations.json", with: text).problems(batch: 1_000_000).filter {
                $0.file == "relations.json" && $0.kind == .structure
            }
            #expect(problems.isEmpty == isAccepted, "\(text): \(problems)")
        }
    }

    @Test("A formula that cannot be read says where")
    func words() throws {
        let formula = try #require(Self.relations["formula"]).replacing("1.5 * (400 + 400)", with: "1.5 * ")
        #expect(
            try Self.dataset(formula).problems().map(\.description) == [
                "relations.json#/relations/0/formula: expected a formula with a term, a number or a parenthesis at "
                    + #"character 23, found "all - others >= 1.5 * ""#
            ])
    }
}
