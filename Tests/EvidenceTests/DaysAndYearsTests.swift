import Testing

@testable import Evidence

/// `days(x, y)` and `years(x, y)` of two dates that begin on some day.
@Suite("Days and years between dates")
struct DaysAndYearsTests {
    enum Measure: Sendable {
        case days, years
    }

    private func compare(_ measure: Measure, _ from: Amount, _ to: Amount, with number: Amount) -> Comparison {
        let expression: Expression = measure == .days ? .days(from: 0, to: 1) : .years(from: 0, to: 1)
        return Formula(expression, .equal, .term(2)).comparison(of: [from, to, number])
    }

    private func day(_ text: String, _ calendar: CalendarSystem = .gregorian) throws -> Amount {
        Amount(Dating(try EDTF(text, calendar: calendar), .someDay).start)
    }

    @Test(
        "Completed years are those of the calendar by which both dates count",
        arguments: [
            ("1690-02-20", CalendarSystem.julian, "1750-02-19", CalendarSystem.julian, 59 as Int64),
            ("1690-02-20", .julian, "1750-02-20", .julian, 60), ("1000-04-30", .julian, "1300-04-29", .julian, 299),
            ("1700-02-29", .julian, "1708-02-28", .julian, 7), ("1700-02-29", .julian, "1708-02-29", .julian, 8),
            ("1700-02-29", .julian, "1701-02-28", .julian, 0), ("1700-02-29", .julian, "1701-03-01", .julian, 1),
            ("-0062-09-23", .julian, "0014-08-19", .julian, 75), ("0014-08-19", .julian, "-0062-09-23", .julian, -75),
            // Old Style is counted in New Style where the other date is of it: from 2 March 1690.
            ("1690-02-20", .julian, "1750-03-01", .gregorian, 59),
            ("1690-02-20", .julian, "1750-03-02", .gregorian, 60),
        ])
    func calendars(from: String, _ fromCalendar: CalendarSystem, to: String, _ toCalendar: CalendarSystem, years: Int64)
        throws
    {
        let comparison = compare(
            .years, try day(from, fromCalendar), try day(to, toCalendar), with: Amount(Number(years)))
        #expect(comparison.computed.point == Number(years))
        #expect(comparison.verdict == .consistent)
    }

    @Test(
        "Each day of the Julian calendar is counted as it is written",
        arguments: [-4_801, -4, 0, 1, 999, 1_700, 1_752, 9_999])
    func julian(year: Int) throws {
        for month in 1...12 {
            for day in 1...CalendarSystem.julian.days(in: month, of: year) {
                let ordinal = try #require(CalendarSystem.julian.day(year: year, month: month, day: day)).ordinal
                #expect(CalendarSystem.julian.written(ofDay: ordinal) == EDTFDate.Written(year, month, day))
            }
        }
    }

    @Test(
        "Of a choice of dates, only those between them count",
        arguments: [
            (Measure.days, "1340-06", "[1340,1350]", 1_500, Verdict.contradiction, 1_287),
            (.days, "1340-06", "[1340,1350]", 3_500, .withinRounding, 0),
            (.days, "1340-06", "{1340,1350}", 100, .withinRounding, 0),
            (.years, "1340-06", "[1340,1350]", 6, .contradiction, 3),
            (.years, "1340-06", "[1340,1350]", 10, .withinRounding, 0),
            (.years, "1341", "13X8", 5, .contradiction, 1), (.days, "1348-XX-25", "1348-12-25", 30, .withinRounding, 0),
            (.days, "1348-XX-25", "1348-12-25", 45, .contradiction, 15),
            (.days, "1348-01-01", "XXXX-XX-25", 45, .unresolved, 0),
            (.days, "1348-XX-25~", "1348-12-25", 45, .unresolved, 0),
            (.days, "[1340..1342]", "1341", 45, .withinRounding, 0),
        ])
    func choices(_ measure: Measure, from: String, to: String, number: Int64, verdict: Verdict, least: Int64) throws {
        let comparison = compare(measure, try day(from), try day(to), with: Amount(Number(number)))
        #expect(comparison.verdict == verdict)
        #expect(comparison.miss.low == Number(least), "\(comparison.miss)")
    }

    @Test(
        "One imprecise day that stands in a formula twice is one day, under whatever name",
        arguments: [
            ("1847", Expression.days(from: 0, to: 1), 0 as Int64, Verdict.consistent),
            ("1847", .days(from: 0, to: 1), 1, .contradiction), ("1847", .years(from: 0, to: 1), 0, .consistent),
            ("1847", .years(from: 1, to: 0), 1, .contradiction), ("1847~", .days(from: 0, to: 1), 0, .consistent),
            ("[1847,1849]", .days(from: 0, to: 1), 0, .consistent),
            ("184X-03-1X", .days(from: 0, to: 1), 0, .consistent),
            ("1847", .sum([.days(from: 0, to: 2), .negative(.days(from: 1, to: 2))]), 0, .consistent),
            ("1847", .product(.days(from: 0, to: 1), .years(from: 1, to: 2)), 0, .consistent),
            // What begins and ends on two days of the year is no day.
            ("1847/1847", .days(from: 0, to: 1), 0, .withinRounding),
            ("1847/1848", .days(from: 0, to: 1), 0, .contradiction),
            ("1847/1848", .days(from: 0, to: 1), 7, .withinRounding),
            ("{1847,1848}", .days(from: 0, to: 1), 0, .contradiction),
            // Nothing is known of what comes to an end that is not known.
            ("1847/", .product(.days(from: 1, to: 1), .days(from: 0, to: 2)), 0, .unresolved),
        ] as [(String, Expression, Int64, Verdict)])
    func repeated(date: String, expression: Expression, number: Int64, verdict: Verdict) throws {
        let comparison = try comparison(date, expression, .equal, .number(Number(number)))
        #expect(comparison.verdict == verdict, "\(comparison)")
    }

    /// A siege that began and ended by its date, and a report in May 1850.
    private func comparison(
        _ date: String, _ left: Expression, _ sign: Comparison.Sign, _ right: Expression
    ) throws -> Comparison {
        let datings = [date, date, "1850-05"].map { EDTF(known: $0) }.map { Dating($0, .someDay) }
        let equation = Equation(
            .formula(Formula(left, sign, right), terms: []), [],
            days: [
                .init(name: "began", of: .event("siege"), .start), .init(name: "ended", of: .event("siege"), .end),
                .init(name: "told", of: .event("report"), .start),
            ])
        let amounts = zip(datings, equation.days).map { Amount($1.bound == .start ? $0.start : $0.end) }
        return try #require(equation.comparison(of: amounts, datings: datings))
    }

    private static let (began, ended, told) = (Expression.term(0), Expression.term(1), Expression.term(2))
    private static let lasted = Expression.days(from: 0, to: 1)

    @Test(
        "Nothing ends before it starts, whatever of its date is imprecise, approximate or not known",
        arguments: [
            ("1847~/1848~", ended, .less, began, Verdict.contradiction),
            ("1847-05/1847", ended, .less, began, .contradiction),
            ("{1847,1847-05}", ended, .less, began, .contradiction), ("1847/", ended, .less, began, .contradiction),
            ("1847~/1848~", began, .atMost, ended, .consistent), ("1847/..", began, .atMost, ended, .consistent),
            ("1847~/1848~", lasted, .less, .number(0), .contradiction),
            ("1847~/1848~", lasted, .atLeast, .number(0), .consistent),
            ("1847~/1848~", .days(from: 1, to: 0), .atMost, .number(0), .consistent),
            ("1847-05/1847", lasted, .atMost, .number(0), .withinRounding),
            ("1847-05~/1847", lasted, .atMost, .number(0), .unresolved),
            ("1847-05/1847", lasted, .equal, .number(244), .withinRounding),
            ("1847-05/1847", lasted, .equal, .number(245), .contradiction),
            ("1840/1849", .years(from: 0, to: 1), .less, .number(0), .contradiction),
            ("1840/1849", .years(from: 1, to: 0), .more, .number(0), .contradiction),
            ("1840/184X", .product(lasted, lasted), .less, .number(0), .contradiction),
            ("184X-05-2X/1849", lasted, .atLeast, .number(0), .consistent),
            // What the days of the report leave is collected first.
            ("1847/1847", .sum([lasted, .days(from: 1, to: 2)]), .equal, .days(from: 0, to: 2), .consistent),
            ("1847/1847", .sum([lasted, lasted]), .less, .days(from: 0, to: 2), .consistent),
            // Where its end stands in the formula once more, less is claimed.
            ("184X/1849", .sum([lasted, lasted]), .equal, .days(from: 0, to: 2), .unresolved),
            ("184X/1846", .sum([lasted, lasted, lasted]), .less, .number(0), .contradiction),
        ] as [(String, Expression, Comparison.Sign, Expression, Verdict)])
    func ordered(date: String, left: Expression, sign: Comparison.Sign, right: Expression, verdict: Verdict) throws {
        let comparison = try comparison(date, left, sign, right)
        #expect(comparison.verdict == verdict, "\(comparison)")
    }

    @Test("An end is shown to be no earlier than its start")
    func shown() throws {
        let written = try comparison("1847-05/1847", Self.lasted, .equal, .number(300)).written
        #expect(written.computed.interval == Interval(0, 244))
        let qualified = try comparison("1847~/1848~", Self.lasted, .equal, .number(300)).written
        #expect(qualified.computed.interval == Interval(0, 1_461))
    }

    @Test("Two events of one imprecise date are two days, and so are the two ends of a period")
    func apart() throws {
        for (first, second, sense) in [("siege", "truce", Dating.Sense.someDay), ("siege", "siege", .whole)] {
            let dating = Dating(try EDTF("1847"), sense)
            let equation = Equation(
                .formula(Formula(.days(from: 0, to: 1), .equal, .number(300)), terms: []), [],
                days: [.init(name: "a", of: .event(first), .start), .init(name: "b", of: .event(second), .end)])
            let amounts = [Amount(dating.start), Amount(dating.end)]
            let comparison = try #require(equation.comparison(of: amounts, datings: [dating, dating]))
            #expect(comparison.verdict == (sense == .someDay ? .withinRounding : .contradiction))
            #expect(comparison.miss.low == (sense == .someDay ? 0 : 64))
        }
    }

    @Test("What has more gaps than are worked out is not decided, and takes no time")
    func manyGaps() throws {
        let dense = try day("1X41-XX-25")
        let doubled = Formula(.sum([.days(from: 0, to: 1), .days(from: 0, to: 2)]), .equal, .number(40))
        let comparison = doubled.comparison(of: [dense, dense, dense])
        #expect(comparison.verdict == .unresolved)
    }
}
