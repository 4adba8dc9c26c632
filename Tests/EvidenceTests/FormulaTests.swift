import TestSupport
import Testing

@testable import Evidence

/// What formulas of statistics `a`, `b`, `c` and days `x`, `y` come to.
@Suite("A formula")
struct FormulaTests {
    private static func amount(_ value: Int64, _ qualifier: Qualifier = .stated) -> Amount {
        Amount(Quantity(Number(value), qualifier))
    }

    private static func range(_ low: Int64, _ high: Int64) -> Amount {
        Amount(point: nil, interval: Interval(Number(low), Number(high)))
    }

    private static let unknown = Amount(Quantity(nil, .unknown))

    private func comparison(_ text: String, _ figures: [Amount], days: [Amount] = []) throws -> Comparison {
        let formula = try FormulaParser.parse(
            text, figures: Array(["a", "b", "c"].prefix(figures.count)), days: Array(["x", "y"].prefix(days.count)))
        return formula.comparison(of: figures + days)
    }

    @Test(
        "holds, holds within rounding, or does not",
        arguments: [
            ("a = b * 40", [amount(3_640), amount(91)], Verdict.consistent),
            ("a = b * 40", [amount(3_641), amount(91)], .contradiction),
            ("a = b * 40", [amount(3_600), amount(91)], .withinRounding),
            ("a - b = c", [amount(9), amount(4), amount(5)], .consistent),
            ("-a = b - c", [amount(9), amount(4), amount(13)], .consistent),
            ("2 * (a - b) / 4 = c", [amount(9), amount(5), amount(2)], .consistent),
            ("a / b = c", [amount(1), amount(3), amount(1)], .contradiction),
            ("a / b = 1 / 3", [amount(7), amount(21)], .consistent),
            ("a / 3 + b / 3 + c / 3 = 1", [amount(1), amount(1), amount(1)], .consistent),
            ("a / b = 1 / 3", [amount(7), amount(22)], .contradiction),
            ("a * b / 100 = c", [amount(25), amount(8), amount(2)], .consistent),
            ("a * b = c", [range(-3, 2), range(-5, 4), amount(16)], .contradiction),
            ("a * b = c", [range(-3, 2), range(-5, 4), amount(15)], .consistent),
            ("a * b = c", [range(-3, 2), range(-5, 4), range(10, 20)], .unresolved),
            ("a < b", [amount(7), amount(8)], .consistent), ("a < b", [amount(8), amount(8)], .contradiction),
            ("a <= b", [amount(8), amount(8)], .consistent), ("a > b", [amount(8), amount(8)], .contradiction),
            ("a >= b", [amount(8), amount(9)], .contradiction), ("a > b", [amount(9), amount(8)], .consistent),
            ("a < b", [amount(63_200), amount(63_000)], .withinRounding),
            ("a > b", [range(5, 9), range(7, 12)], .unresolved), ("a > b", [range(5, 9), range(1, 4)], .consistent),
            ("a > b", [range(5, 9), range(9, 12)], .contradiction),
            ("a = b", [unknown, amount(9)], .unresolved), ("a + 10 = b", [unknown, amount(9)], .contradiction),
        ])
    func verdicts(text: String, figures: [Amount], verdict: Verdict) throws {
        #expect(try comparison(text, figures).verdict == verdict)
    }

    @Test(
        "that is linear is collected, so that a term may stand twice in it",
        arguments: [
            ("a + b = a + c", [range(0, 1_000), amount(4), amount(5)], Verdict.contradiction),
            ("a + b = a + c", [range(0, 1_000), amount(4), amount(4)], .consistent),
            ("2 * a - a = b", [range(3, 5), range(1, 10)], .consistent),
            ("a - (b - a) = c", [range(3, 5), amount(2), amount(3)], .contradiction),
            ("(a + a) / 2 < a", [range(0, 1_000)], .contradiction),
        ])
    func collected(text: String, figures: [Amount], verdict: Verdict) throws {
        #expect(try comparison(text, figures).verdict == verdict)
    }

    @Test(
        "in which a term stands twice and that is not linear claims less, and never denies what can be",
        arguments: [
            // Between 4 and 4 whatever a is, which intervals of each a by itself cannot know.
            ("a * 4 / a = b", [range(2, 8), amount(9)], Verdict.unresolved),
            ("a * a = b", [range(-3, 3), range(-5, 20)], .unresolved),
            ("a * a = b", [range(2, 3), amount(50)], .contradiction),
            ("a * a = b", [amount(3), amount(9)], .consistent),
        ])
    func loose(text: String, figures: [Amount], verdict: Verdict) throws {
        #expect(try comparison(text, figures).verdict == verdict)
    }

    @Test(
        "that divides by what may be zero is not decided",
        arguments: [
            ("a / b = 3", [amount(9), range(0, 5)]), ("a / b = 3", [amount(9), range(-1, 1)]),
            ("a / (b - c) = 3", [amount(9), amount(4), amount(4)]), ("a / b < 1", [amount(9), unknown]),
        ])
    func zero(text: String, figures: [Amount]) throws {
        #expect(try comparison(text, figures).verdict == .unresolved)
    }

    @Test("shows its sides as they are written, and misses by what they really differ")
    func sides() throws {
        let comparison = try comparison("a - b = c", [Self.amount(9), Self.amount(4), Self.amount(7)])
        #expect(comparison.written.computed.point == 5)
        #expect(comparison.written.stated.point == 7)
        #expect(comparison.miss == Interval(2, 2))
        #expect(comparison.stated.point == 11)
    }

    @Test(
        "of a fall by 30 per cent leaves 70 of 100",
        arguments: [
            (70_000, Verdict.consistent), (70_400, .withinRounding), (75_000, .contradiction), (69_400, .contradiction),
        ])
    func fall(after: Int, verdict: Verdict) throws {
        let fall = Amount(Quantity(-30, .stated, in: Unit(.percentage, bounds: Interval(nil, nil))))
        let equation = Equation(.change, [["before"], ["fall"], ["after"]])
        let comparison = equation.comparison(of: [Amount(100_000), fall, Amount(Number(Int64(after)))])
        #expect(comparison?.computed.interval == Interval(69_500, 70_500))
        #expect(comparison?.verdict == verdict)
    }

    @Test("with numbers of too many digits denies nothing")
    func overflow() throws {
        let most = "999999999999999"
        let text = "a * \([String](repeating: most, count: 8).joined(separator: " * ")) = b"
        #expect(try comparison(text, [Self.amount(1), Self.amount(2)]).verdict != .contradiction)
    }

    // MARK: Days

    private static func day(_ text: String, _ sense: Dating.Sense = .someDay) throws -> Amount {
        Amount(Dating(try EDTF(text), sense).start)
    }

    @Test(
        "counts completed years, those of 29 February from 1 March",
        arguments: [
            ("2000-02-29", "2001-02-28", 0), ("2000-02-29", "2001-03-01", 1), ("2000-02-29", "2004-02-28", 3),
            ("2000-02-29", "2004-02-29", 4), ("1200-12-31", "1201-01-01", 0), ("1200-12-31", "1201-12-31", 1),
            ("-0043-03-15", "0014-08-19", 57), ("1241-04-09", "1196-04-10", -44), ("1241-04-09", "1241-04-09", 0),
        ])
    func years(from: String, to: String, years: Int64) throws {
        let comparison = try comparison("years(x, y) = 0", [], days: [Self.day(from), Self.day(to)])
        #expect(comparison.written.computed == Amount(Number(years)))
    }

    @Test("counts days from one to another")
    func days() throws {
        let comparison = try comparison(
            "days(x, y) = 0", [], days: [Self.day("1940-02-28"), Self.day("1940-03-01")])
        #expect(comparison.written.computed == Amount(2))
        #expect(comparison.verdict == .contradiction)
    }

    @Test(
        "of an imprecise date holds if all of its days fit, within rounding if some do, and of a doubtful one is not decided",
        arguments: [
            ("1196", amount(44), Verdict.withinRounding), ("1196", amount(45), .withinRounding),
            ("1196", amount(43), .contradiction), ("1196", amount(46), .contradiction),
            ("1196", range(44, 45), .consistent), ("1196", range(45, 60), .withinRounding),
            ("1196", unknown, .unresolved), ("1196~", amount(43), .unresolved), ("1196~", amount(40), .contradiction),
            ("1196~", range(40, 50), .consistent), ("1196-04-09", amount(45), .consistent),
            ("1196-04-10", amount(45), .contradiction),
        ])
    func imprecise(born: String, age: Amount, verdict: Verdict) throws {
        let days = [try Self.day(born), try Self.day("1241-04-09")]
        #expect(try comparison("years(x, y) = a", [age], days: days).verdict == verdict)
    }

    @Test(
        "compares a day with a day",
        arguments: [
            ("x < y", Verdict.contradiction), ("x <= y", .contradiction), ("x > y", .consistent),
            ("x = y", .contradiction),
        ])
    func bare(text: String, verdict: Verdict) throws {
        #expect(try comparison(text, [], days: [Self.day("1240-12-06"), Self.day("1240-11")]).verdict == verdict)
    }

    @Test(
        "that cannot be read says where and what was expected",
        arguments: [
            ("", 1, "a term, a number or a parenthesis"), ("a", 2, "an operator, or one of = <= >= < >"),
            ("a = ", 5, "a term, a number or a parenthesis"), ("a == b", 3, "an operator, or one of = <= >= < >"),
            ("a = b = c", 7, "an operator, or the end"), ("a = (b + c", 11, "\")\""),
            ("a = men", 5, "the name of a term"),
            ("a = b / 0", 9, "a divisor that is not zero"),
            ("a = 1.2.3", 5, "a decimal number of no more digits than a figure has"),
            ("a = days(b, x)", 10, "the name of a day: a term with a bound"),
            ("a = x", 5, "days(a, b) or years(a, b), unless a day is compared with a day"),
            ("x + 1 = y", 1, "days(a, b) or years(a, b), unless a day is compared with a day"),
            ("a = b $ c", 7, "an operator, or the end"), ("a = years(x)", 12, "\",\""),
            ("a = b c", 7, "an operator, or the end"),
        ])
    func errors(text: String, position: Int, expected: String) {
        let error = #expect(throws: FormulaError.self) {
            try FormulaParser.parse(text, figures: ["a", "b", "c"], days: ["x", "y"])
        }
        #expect(error == FormulaError(position: position, expected: expected))
    }

    @Test("may be neither long nor deep")
    func bounds() throws {
        let deep = { (count: Int) in String(repeating: "(", count: count) + "a" + String(repeating: ")", count: count) }
        _ = try FormulaParser.parse("a = " + deep(31), figures: ["a"], days: [])
        for text in [
            "a = " + deep(32), "a = " + String(repeating: "-", count: 40) + "a",
            "a = a" + String(repeating: " + a", count: 400),
        ] {
            #expect(throws: FormulaError.self) { try FormulaParser.parse(text, figures: ["a"], days: []) }
        }
        let long = "a = " + [String](repeating: "a", count: 240).joined(separator: " * ")
        #expect(try comparison(long, [Self.amount(1)]).verdict == .consistent)
    }

    @Test(
        "names its terms in Latin letters",
        arguments: [
            ("men", true), ("w_2", true), ("2w", false), ("days", false), ("a-b", false), ("", false), ("ä", false),
        ])
    func names(name: String, isName: Bool) { #expect(FormulaParser.isName(name) == isName) }
}
