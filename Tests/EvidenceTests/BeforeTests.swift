import Checks
import TestSupport
import Testing

@testable import Evidence

@Suite("One thing before another")
struct BeforeTests {
    @Test(
        "holds if it has ended on every day that the dates can mean, and misses by the days between",
        arguments: [
            ("1240-09-05/1240-12-06", "1240-12-07", Verdict.consistent, Interval(0, 0)),
            ("1240-09-05/1240-12-06", "1240-12-06", .contradiction, Interval(1, 1)),
            ("1240-09-05/1240-12-06", "1240-11/1241-01", .contradiction, Interval(7, 36)),
            ("1240-12", "1240-12-15", .withinRounding, Interval(0, 17)),
            ("1240-12~", "1240-12-15", .unresolved, Interval(0, 48)),
            ("1240", "1241", .consistent, Interval(0, 0)), ("1241", "1240", .contradiction, Interval(2, 731)),
            // What starts in May does not end before, nor start after its end.
            ("1847-05/1847", "1847-04", .contradiction, Interval(2, 275)),
            ("1847-05/1847~", "1847-04", .contradiction, Interval(2, 640)),
            ("1847-06", "1847/1847-05", .contradiction, Interval(2, 181)),
        ])
    func events(earlier: String, later: String, verdict: Verdict, miss: Interval) throws {
        let before = Before(earlier: .event("e"), later: .event("l"))
        let result = before.compare(
            earlier: Dating(try EDTF(earlier), .someDay), later: Dating(try EDTF(later), .someDay))
        #expect(result.verdict == verdict)
        #expect(result.miss == miss)
    }

    @Test(
        "of periods takes them whole",
        arguments: [
            ("1931-04", "1931-05", Verdict.consistent, Interval(0, 0)),
            ("1931-04", "1931-04-30/1931-06", .contradiction, Interval(1, 1)),
            ("1931", "1931-11", .contradiction, Interval(61, 61)),
        ])
    func periods(earlier: String, later: String, verdict: Verdict, miss: Interval) throws {
        let before = Before(earlier: .statistic("e"), later: .statistic("l"))
        let result = before.compare(earlier: Dating(try EDTF(earlier), .whole), later: Dating(try EDTF(later), .whole))
        #expect(result.verdict == verdict)
        #expect(result.miss == miss)
    }

    @Test(
        "with a gap misses by the days that lack or exceed",
        arguments: [
            (Int?.some(10), Int?.none, "1900-01-11", Verdict.consistent, Interval(0, 0)),
            (10, nil, "1900-01-10", .contradiction, Interval(1, 1)),
            (nil, 30, "1900-01-31", .consistent, Interval(0, 0)),
            (nil, 30, "1900-02-02", .contradiction, Interval(2, 2)),
            (10, 30, "1900-01", .withinRounding, Interval(0, 10)),
            (nil, 30, "1899-12-31", .contradiction, Interval(2, 2)),
        ])
    func gap(least: Int?, most: Int?, later: String, verdict: Verdict, miss: Interval) throws {
        let before = Before(earlier: .event("e"), later: .event("l"), gap: .init(least: least, most: most))
        let result = before.compare(
            earlier: Dating(try EDTF("1900-01-01"), .someDay), later: Dating(try EDTF(later), .someDay))
        #expect(result.verdict == verdict)
        #expect(result.miss == miss)
    }

    @Test(
        "with a gap knows the days between the dates of a choice",
        arguments: [
            ("1340-06", "[1340,1350]", 400, 3_000, Verdict.contradiction, Interval?.some(Interval(187, 865))),
            ("1340-06", "[1340,1350]", 100, 3_000, .withinRounding, Interval(0, 865)),
            ("1340-06", "[1340,1350]", 400, 3_900, .withinRounding, Interval(0, 581)),
            ("13X8-06-01", "1358-06-03", 3, 3_000, .contradiction, Interval(1, 15_264)),
            ("1340-01-01~", "[1340-01-04,1340-02-01]", 6, 20, .contradiction, Interval(2, 12)),
            ("1340-01-01", "XXXX-XX-25", 2, 5, .unresolved, Interval?.none),
        ])
    func gapOfChoices(earlier: String, later: String, least: Int, most: Int, verdict: Verdict, miss: Interval?) throws {
        let before = Before(earlier: .event("e"), later: .event("l"), gap: .init(least: least, most: most))
        let result = before.compare(
            earlier: Dating(try EDTF(earlier), .someDay), later: Dating(try EDTF(later), .someDay))
        #expect(result.verdict == verdict)
        if let miss { #expect(result.miss == miss) }
    }

    @Test(
        "What has no end ends before nothing, and an unknown end is not decided",
        arguments: [
            ("1240/..", "1300", Verdict.contradiction), ("1240/", "1300", .unresolved),
            ("1240", "../1300", .contradiction),
            ("1240", "/1300", .unresolved),
        ])
    func open(earlier: String, later: String, verdict: Verdict) throws {
        let before = Before(earlier: .event("e"), later: .event("l"))
        let result = before.compare(
            earlier: Dating(try EDTF(earlier), .someDay), later: Dating(try EDTF(later), .someDay))
        #expect(result.verdict == verdict)
    }

    @Test("A siege that ends after a war has begun is a conflict of their order")
    func check() throws {
        let relation = Samples.relation(.before(Before(earlier: .event("siege"), later: .event("war"))))
        let events = [
            try Samples.event("siege", date: "1240-09-05/1240-12-06"),
            try Samples.event("war", date: "1240-11/1241-01"),
        ]
        let check = Checker(statistics: [], events: events).check(relation)
        #expect(check.verdict == .contradiction)
        let discrepancy = try #require(Discrepancy(check))
        #expect(discrepancy.kind == .orderConflict)
        #expect(discrepancy.difference?.low == 7)
        #expect(discrepancy.difference?.high == 36)
    }
}
