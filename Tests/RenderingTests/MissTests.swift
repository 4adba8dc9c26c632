import Archive
import Checks
import Evidence
import Rendering
import TestSupport
import Testing
import Wording

@Suite("By how much a reading misses")
struct MissTests {
    private func difference(
        _ relation: Relation, _ statistics: [Statistic], _ events: [Event] = [], in language: Language = .english
    ) throws -> String {
        let check = Checker(statistics: statistics, events: events).check(relation)
        return CheckText(check, in: language).difference(try #require(check.deciding))
    }

    @Test(
        "of figures is told as far as the words bound it",
        arguments: [
            (Quantity(7), Quantity(9), "off by 2"), (Quantity(63_000), Quantity(63_200), "off by 200 (0–749)"),
            (Quantity(25, .atLeast), Quantity(35), ""), (Quantity(3_500, .atLeast), Quantity(5_000, .atMost), ""),
            (Quantity(between: 5, and: 9), Quantity(between: 8, and: 12), "off by 7 at most"),
            (Quantity(between: 5, and: 9), Quantity(between: 11, and: 12), "off by 2–7"),
            (Quantity(40, .moreThan), Quantity(30), "off by 11 or more"), (Quantity(7), Quantity(7), ""),
        ])
    func figures(first: Quantity, second: Quantity, text: String) throws {
        let claim = { (id: String, quantity: Quantity) in
            { (statistic: String) in
                Claim(id: id, statistic: statistic, source: id, quantity: quantity, printed: "x")
            }
        }
        let statistic = try Samples.statistic("a", claim("first", first), claim("second", second))
        #expect(try difference(Samples.relation(.same(statistic: "a")), [statistic]) == text)
    }

    /// The one reading of a relation between statistics with one figure each, `a`, `b`…
    private func difference(
        _ constraint: Relation.Constraint, _ quantities: [Quantity], in language: Language = .english
    ) throws -> String {
        let statistics = try zip(["a", "b", "c"], quantities).map { id, quantity in
            try Samples.statistic(id) { statistic in
                Claim(id: id, statistic: statistic, source: "one", quantity: quantity, printed: "x")
            }
        }
        return try difference(Samples.relation(constraint), statistics, in: language)
    }

    @Test(
        "is no more exact than the figures, outwards where it has no last decimal",
        arguments: [
            (["7000 about", "60000 about"], "leaves ~53,000 (46,300–59,700)"), (["7", "60"], "leaves 53"),
            (["7000", "60000"], "leaves 53,000 (52,001–53,999)"),
        ])
    func remainder(figures: [String], text: String) throws {
        let quantities = figures.map { figure in
            let parts = figure.split(separator: " ")
            return Quantity(Number(numeral: String(parts[0])), parts.count > 1 ? .about : .stated)
        }
        #expect(try difference(.part(parts: ["a"], whole: ["b"]), quantities) == text)
        #expect(
            try difference(.cumulative(earlier: ["a"], later: ["b"]), quantities).isEmpty, "a growth leaves nothing")
    }

    @Test("has its ranges and signs from left to right in a script from right to left")
    func hebrew() throws {
        let hebrew = Catalogue.withHebrew.language(LanguageTag("he"))
        let rest = try difference(
            .part(parts: ["a"], whole: ["b"]), [Quantity(7_000, .about), Quantity(60_000, .about)], in: hebrew)
        #expect(rest.contains("\u{2066}~53,000\u{2069} (\u{2066}46,300–59,700\u{2069})"), "\(rest)")
        let miss = try difference(
            .sum(parts: ["a"], whole: ["b"]), [Quantity(63_000), Quantity(70_000)], in: hebrew)
        #expect(miss.contains("7,000 (\u{2066}6,001–7,999\u{2069})"), "\(miss)")
    }

    @Test("is in the unit that the figures are brought into")
    func units() throws {
        let dataset = FigureDataset(
            units: #"""
                , {"id": "pood", "label": {"en": "pood"}, "kind": "measure",
                   "convertsTo": {"unit": "tonnes", "factor": 0.01638}},
                {"id": "tonnes", "label": {"en": "tonnes"}, "kind": "measure"}
                """#,
            statistics: [
                FigureDataset.statistic("rye", in: "tonnes", #""value": 20, "printed": "20""#),
                FigureDataset.statistic("grain", in: "pood", #""value": 800, "printed": "800""#),
            ],
            relations: [
                FigureDataset.relation("part", #""kind": "part", "parts": ["rye"], "whole": ["grain"]"#),
                FigureDataset.relation("turned", #""kind": "part", "parts": ["grain"], "whole": ["rye"]"#),
            ])
        let snapshot = try dataset.load()
        #expect(snapshot.checks["part"]?.unit(in: snapshot) == "tonnes")
        #expect(snapshot.checks["turned"]?.unit(in: snapshot) == "pood")
    }

    @Test(
        "of sides that must not be equal and are is not told in numbers",
        arguments: [1_000, 999] as [Int64])
    func strict(value: Int64) throws {
        let formula = Form.formula(Formula(.term(0), .more, .term(1)), terms: ["a", "b"])
        let constraint = Relation.Constraint.equation(Equation(formula, [["a"], ["b"]], text: "a > b"))
        #expect(
            try difference(constraint, [Quantity(Number(value)), Quantity(Number(value))]) == "equal, and must not be")
    }

    @Test("has ends that are rounded outwards")
    func ends() throws {
        let formula = Form.formula(
            Formula(.quotient(.term(0), .number(3)), .equal, .term(1)), terms: ["a", "b"])
        let constraint = Relation.Constraint.equation(Equation(formula, [["a"], ["b"]], text: "a / 3 = b"))
        let text = try difference(constraint, [Quantity(100, precision: 1, in: Unit(.measure)), Quantity(40)])
        #expect(text == "off by 6.67 (6.5–6.84)")
    }

    @Test(
        "of dates is told in days, never in less than none",
        arguments: [
            ("1241-04-11", "1241-04-09", "off by 2\u{A0}days"), ("1241-04-10", "1241-04-09", "off by 1\u{A0}day"),
            ("1241-05", "1241-04", "off by 1–31 days"), ("1241", "1241-04", "off by 245\u{A0}days at most"),
            ("1241-04-09", "1241-04", ""),
        ])
    func dates(inner: String, outer: String, text: String) throws {
        let within = Within(inner: .event("a"), outer: .event("b"), bound: .end)
        let events = [try Samples.event("a", date: inner), try Samples.event("b", date: outer)]
        #expect(try difference(Samples.relation(.within(within)), [], events) == text)
    }
}
