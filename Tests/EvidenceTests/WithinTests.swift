import Checks
import Evidence
import TestSupport
import Testing

@Suite("Whether one date lies within another")
struct WithinTests {
    /// The verdict over an inner and an outer date, and by how many days one overshoots the other.
    private func compare(_ inner: Dating, _ outer: Dating, _ bound: Within.Bound = .both) -> (Verdict, Interval?) {
        Within(inner: .event("a"), outer: .event("b"), bound: bound).compare(inner: inner, outer: outer)
    }

    private func days(_ low: Int64, _ high: Int64) -> Interval { Interval(Number(low), Number(high)) }

    @Test(
        "A statistic's period is all of it, however it is written",
        arguments: [
            ("1847", "1847-04/1847-12", Verdict.contradiction), ("1847-01/1847-12", "1847-04/1847-12", .contradiction),
            ("1847", "1847-01-01/1847-12-31", .consistent), ("1847-01-01/1847-12-31", "1847", .consistent),
            ("184X", "1840/1849", .consistent), ("1840/1849", "184X", .consistent), ("1847-04", "1847", .consistent),
            ("1847-24", "1847", .contradiction), ("1847~", "1847", .unresolved), ("1847~", "1846/1848", .consistent),
            ("1847~", "1850", .contradiction), ("1847", "1847~", .consistent), ("1848", "1847~", .contradiction),
            ("1849", "1847~", .contradiction),
        ])
    func periods(inner: String, outer: String, verdict: Verdict) throws {
        let found = compare(Dating(try EDTF(inner), .whole), Dating(try EDTF(outer), .whole))
        #expect(found.0 == verdict)
    }

    @Test(
        "An event's date is some day of it, and around it an event is as long as its date can be",
        arguments: [
            ("1241", "1241", Verdict.consistent, 0, 0), ("1241", "1241-04/1241-06", .withinRounding, 0, 213),
            ("1241~", "1241", .unresolved, 0, 729), ("1241-06~", "1241", .consistent, 0, 0),
            ("1239~", "1241", .contradiction, 2, 1460), ("1240", "1241~", .contradiction, 1, 730),
            ("1239", "1241~", .contradiction, 367, 1095), ("1241-01-01?", "1241", .unresolved, 0, 365),
            ("1241-04-11", "1241-04-09", .contradiction, 2, 2), ("1241", "1242-02/1243", .contradiction, 32, 423),
        ])
    func events(inner: String, outer: String, verdict: Verdict, low: Int64, high: Int64) throws {
        let found = compare(Dating(try EDTF(inner), .someDay), Dating(try EDTF(outer), .someDay))
        #expect(found.0 == verdict)
        #expect(found.1 == days(low, high), "\(String(describing: found.1))")
    }

    @Test(
        "An open end contains what comes later, and what is not known decides nothing",
        arguments: [
            ("1241-04-09", "1240/..", Verdict.consistent), ("1239-12-31", "1240/..", .contradiction),
            ("1241/..", "1240/..", .consistent), ("1241/", "1240/..", .consistent), ("1241-04", "1240/", .unresolved),
            ("1239", "1240/", .contradiction), ("../1241", "../1242", .consistent),
            ("1240", "1240-06/..", .withinRounding),
        ])
    func open(inner: String, outer: String, verdict: Verdict) throws {
        #expect(compare(Dating(try EDTF(inner), .someDay), Dating(try EDTF(outer), .someDay)).0 == verdict)
    }

    @Test("Days of two calendars are compared as the same days", arguments: Within.Bound.allCases)
    func calendars(bound: Within.Bound) throws {
        let old = Dating(try EDTF("1917-10-25", calendar: .julian), .someDay)
        let new = Dating(try EDTF("1917-11-07"), .someDay)
        #expect(compare(new, old, bound) == (.consistent, days(0, 0)))
        #expect(compare(old, new, bound) == (.consistent, days(0, 0)))
    }

    @Test("A check of dates is named for the sources that tell them")
    func sources() throws {
        let events = ["annals", "letter"].map { source in
            Event(
                id: source, title: Samples.text("x"), summary: Samples.text("x"), date: EDTF(known: "1241"),
                category: "flood", citations: [Citation(source: source, locator: .printedToken, printed: ["x"])])
        }
        let statistic = try Samples.statistic("drowned", period: "1241", Samples.claim(7))
        let reading = { (inner: Within.Operand, outer: Within.Operand) -> Reading? in
            let within = Samples.relation(.within(Within(inner: inner, outer: outer, bound: .both)))
            return Checker(statistics: [statistic], events: events).check(within).deciding
        }
        let two = reading(.event("annals"), .event("letter"))
        #expect(two?.label == .betweenSources)
        #expect(two?.sources == ["annals", "letter"])
        let one = reading(.event("annals"), .event("annals"))
        #expect(one?.label == .oneSource)
        #expect(one?.sources == ["annals"])
        #expect(one?.datedBy == ["annals"])
        #expect(reading(.statistic("drowned"), .event("letter"))?.sources == ["article", "letter"])
    }
}
