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
            ("1241", "1241", Verdict.consistent, 0, 0), ("1241", "1241-04/1241-06", .withinRounding, 0, 184),
            ("1241~", "1241", .unresolved, 0, 365), ("1241-06~", "1241", .consistent, 0, 0),
            ("1239~", "1241", .contradiction, 2, 1096), ("1240", "1241~", .contradiction, 1, 366),
            ("1239", "1241~", .contradiction, 367, 731), ("1241-01-01?", "1241", .unresolved, 0, 1),
            ("1241-04-11", "1241-04-09", .contradiction, 2, 2), ("1241", "1242-02/1243", .contradiction, 32, 396),
            ("-0041-10-01", "-0043-21", .contradiction, 853, 853), ("1348-03~", "1348-21", .unresolved, 0, 31),
            ("1348-XX-25", "1348-21", .withinRounding, 0, 208),
            ("1847-05/1847", "1847-01/1847-04", .contradiction, 1, 245),
        ])
    func events(inner: String, outer: String, verdict: Verdict, low: Int64, high: Int64) throws {
        let found = compare(Dating(try EDTF(inner), .someDay), Dating(try EDTF(outer), .someDay))
        #expect(found.0 == verdict)
        #expect(found.1 == days(low, high), "\(String(describing: found.1))")
    }

    @Test(
        "Outside, a date that is a choice has no other days than its own",
        arguments: [
            ("1345", "[1340,1350]", Verdict.contradiction, 1462, 1644),
            ("1345", "{1340,1350}", .contradiction, 1462, 1644),
            ("1348-03-10", "1348-XX-25", .contradiction, 14, 14), ("1348-03-25", "1348-XX-25", .consistent, 0, 0),
            ("1349-05-05", "13X8", .contradiction, 125, 125), ("1340-06", "{1340,1350}", .consistent, 0, 0),
            ("1340-12/1341-01", "{1340,1341}", .consistent, 0, 0),
            ("1340/1350", "{1340,1350}", .contradiction, 3288, 3652),
            ("[1340,1350]", "[1340,1345,1350]", .consistent, 0, 0),
            ("[1340,1345]", "{1340,1350}", .withinRounding, 0, 1644),
            ("{1340,1345}", "{1340,1350}", .contradiction, 1462, 1644),
            ("1345~", "[1340,1350]", .contradiction, 1097, 1644),
            ("1346", "[..1340,1350]", .contradiction, 1097, 1461), ("1339", "[..1340,1350]", .consistent, 0, 0),
            ("1348-05-25", "XXXX-XX-25", .unresolved, 0, 0), ("Y10000", "XXXX-XX-25", .contradiction, 7, 372),
        ])
    func choices(inner: String, outer: String, verdict: Verdict, low: Int64, high: Int64) throws {
        let found = compare(Dating(try EDTF(inner), .someDay), Dating(try EDTF(outer), .someDay))
        #expect(found.0 == verdict)
        #expect(found.1 == days(low, high), "\(String(describing: found.1))")
    }

    @Test(
        "A period that is a choice is all of one, and one of several is each of them",
        arguments: [
            ("[1340,1350]", "{1340,1350}", Verdict.consistent), ("[1340,1345]", "{1340,1350}", .withinRounding),
            ("{1340,1345}", "{1340,1350}", .contradiction), ("1348", "13X8", .consistent),
            ("13X8", "1348", .withinRounding),
            ("[1340..1342]", "1341", .unresolved), ("[1340..1342]", "1340/1342", .consistent),
            ("1340-07/1341", "{1340,1342}", .contradiction),
        ])
    func choicesOfPeriods(inner: String, outer: String, verdict: Verdict) throws {
        let found = compare(Dating(try EDTF(inner), .whole), Dating(try EDTF(outer), .whole))
        #expect(found.0 == verdict)
    }

    @Test(
        "A choice without bound inside another misses without bound, where only some of it fits",
        arguments: [
            ("[..1340]", "[1340,1350]", Verdict.withinRounding), ("[1350..]", "[1340,1350]", .withinRounding),
            ("[..1330]", "[1340,1350]", .contradiction), ("[..1330]", "[..1340,1350]", .consistent),
        ])
    func withoutBound(inner: String, outer: String, verdict: Verdict) throws {
        let found = compare(Dating(try EDTF(inner), .someDay), Dating(try EDTF(outer), .someDay))
        #expect(found.0 == verdict)
        #expect((found.1?.high == nil) == (verdict != .consistent))
    }

    @Test("At one end alone, a choice is as long as its dates", arguments: [Within.Bound.start, .end])
    func oneEnd(bound: Within.Bound) throws {
        let found = compare(Dating(try EDTF("1345"), .someDay), Dating(try EDTF("[1340,1350]"), .someDay), bound)
        #expect(found == (.consistent, days(0, 0)))
    }

    @Test("The miss of a whole period is the days that the outer date does not reach")
    func missOfPeriod() throws {
        #expect(
            compare(Dating(try EDTF("1348"), .whole), Dating(try EDTF("1348-03"), .someDay)) == (
                .contradiction, days(275, 275)
            ))
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
