import Checks
import Evidence
import TestSupport
import Testing
import Wording

@Suite("Dates in arithmetic")
struct DatesInArithmeticTests {
    private let checker: Checker

    init() throws {
        checker = Checker(
            statistics: [
                try Samples.statistic("n", period: "1700", Samples.claim(366)),
                try Samples.statistic("m", period: "1340-06", Samples.claim(10)),
            ],
            events: [
                try Samples.event("choice", date: "[1340,1350]"), try Samples.event("june", date: "1340-06"),
                try Samples.event("both", date: "{1340,1350}"), try Samples.event("winter", date: "1340-24"),
                try Samples.event("ides", date: "-0043-03-15"), try Samples.event("philippi", date: "-0041-10-03"),
            ])
    }

    private func text(_ constraint: Relation.Constraint, in language: Language = .english) throws -> String {
        let check = checker.check(Samples.relation(constraint))
        return Arithmetic(try #require(check.readings.first), of: check, in: language).text
    }

    private func formula(_ measure: Expression, _ days: [Equation.Day], _ statistic: String) -> Relation.Constraint {
        .equation(
            Equation(.formula(Formula(measure, .equal, .term(0)), terms: ["n"]), [[statistic]], days: days, text: "x"))
    }

    @Test("A choice of dates is shown whole, where one end of it would be another date")
    func choices() throws {
        #expect(
            try text(.before(Before(earlier: .event("choice"), later: .event("june"))))
                == "[one of: 1340, 1350] ≈ June 1340")
        #expect(
            try text(.before(Before(earlier: .event("june"), later: .event("both"))))
                == "June 1340 ≈ [all of: 1340, 1350]")
        #expect(
            try text(
                .before(Before(earlier: .event("june"), later: .event("choice"), gap: .init(least: 400, most: 3_000))))
                == "days from June 1340 to [one of: 1340, 1350] ≠ 400–3,000")
        #expect(
            try text(.within(Within(inner: .event("june"), outer: .event("choice"), bound: .start)))
                == "June 1340 ≥ [one of: 1340, 1350]")
        let days = [
            Equation.Day(name: "x", of: .event("june"), .start), .init(name: "y", of: .event("choice"), .start),
        ]
        #expect(
            try text(formula(.years(from: 1, to: 2), days, "m")) == "years from June 1340 to [one of: 1340, 1350] ≈ 10")
    }

    @Test("A gap of one value is equal to it or not", arguments: [(932, "="), (933, "≠")])
    func gap(days: Int, sign: String) throws {
        let before = Before(earlier: .event("ides"), later: .event("philippi"), gap: .init(least: days, most: days))
        #expect(try text(.before(before)) == "days from 15 March 44 BCE to 3 October 42 BCE \(sign) \(days)")
    }

    @Test("Of a period that is no day, the start or the end is meant")
    func ends() throws {
        let days = [Equation.Day(name: "x", of: .statistic("n"), .start), .init(name: "y", of: .statistic("n"), .end)]
        let constraint = formula(.sum([.days(from: 1, to: 2), .number(1)]), days, "n")
        #expect(
            try text(constraint) == "days from the start of 1700 to the end of 1700 + 1 = 365 ≠ 366")
        #expect(
            try text(constraint, in: .lithuanian) == "dienos nuo 1700 m. pradžios iki 1700 m. pabaigos + 1 = 365 ≠ 366")
    }

    @Test("A season has its form after a preposition")
    func seasons() throws {
        let days = [
            Equation.Day(name: "x", of: .event("winter"), .start), .init(name: "y", of: .event("june"), .start),
        ]
        #expect(
            try text(formula(.days(from: 1, to: 2), days, "m"), in: .lithuanian).hasPrefix(
                "dienos nuo 1340 m. žiemos iki"))
    }
}
