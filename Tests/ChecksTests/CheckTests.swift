import TestSupport
import Testing

@testable import Checks
@testable import Evidence

@Suite("A check tests a relation once for each reading")
struct CheckTests {
    private func check(_ relation: Relation, _ statistics: [Statistic], _ events: [Event] = []) -> Check {
        Checker(statistics: statistics, events: events).check(relation)
    }

    @Test(
        "Parts against the whole: equal, equal within rounding, or not",
        arguments: [
            (83, 305, 388, Verdict.consistent), (6000, 4000, 10_378, .withinRounding),
            (1200, 801, 2301, .contradiction),
            (6000, 4000, 10_000, .consistent), (1, 2, 4, .contradiction),
        ])
    func sums(first: Int, second: Int, whole: Int, verdict: Verdict) throws {
        let result = check(
            Samples.relation(.sum(parts: ["a", "b"], whole: ["c"])),
            [
                try Samples.statistic("a", Samples.claim(first)), try Samples.statistic("b", Samples.claim(second)),
                try Samples.statistic("c", Samples.claim(whole)),
            ])
        #expect(result.verdict == verdict)
        #expect(result.readings.count == 1)
        #expect(result.deciding?.difference?.point == Number(Int64(whole - first - second)))
    }

    @Test("Rounded parts miss a whole by 300 as printed, and by 251 to 350 with rounding")
    func difference() throws {
        let statistics = [
            try Samples.statistic("a", Samples.claim(1200)), try Samples.statistic("b", Samples.claim(801)),
            try Samples.statistic("c", Samples.claim(2301)),
        ]
        let result = check(Samples.relation(.sum(parts: ["a", "b"], whole: ["c"])), statistics)
        let discrepancy = try #require(Discrepancy(result))
        #expect(discrepancy.kind == .sumMismatch)
        #expect(
            discrepancy.difference
                == Difference(absolute: 300, low: 251, high: 350, relative: Number(numeral: "0.1304")))
        #expect(discrepancy.claims.count == 3)
        #expect(discrepancy.citations.count == 3)
    }

    @Test("Other data are read with other data first; mixtures are counted, and decide nothing")
    func strands() throws {
        let statistics = [
            try Samples.statistic("left", Samples.claim(273), Samples.claim(345, as: .otherData)),
            try Samples.statistic("right", Samples.claim(24), Samples.claim(25, as: .otherData)),
            try Samples.statistic("total", Samples.claim(361)),
        ]
        let result = check(
            Samples.relation(.part(parts: ["left", "right"], whole: ["total"])), statistics)
        #expect(result.readings.map(\.label) == [.main, .otherData])
        #expect(result.readings.map(\.verdict) == [.consistent, .contradiction])
        #expect(result.readings.map(\.difference?.point) == [64, -9])
        #expect(result.mixed == 2)
        #expect(result.deciding?.label == .otherData)
        #expect(result.verdict == .contradiction)
    }

    @Test("A contradiction of mixed readings alone leaves the verdict to the others")
    func mixedAlone() throws {
        let statistics = [
            try Samples.statistic("a", Samples.claim(60), Samples.claim(40, as: .otherData)),
            try Samples.statistic("b", Samples.claim(40), Samples.claim(60, as: .otherData)),
            try Samples.statistic("whole", Samples.claim(100, .stated)),
        ]
        let exact = try Samples.statistic(
            "whole",
            { id in
                Claim(id: id, statistic: id, source: "article", quantity: Quantity(100, precision: 1), printed: "100")
            })
        let result = check(
            Samples.relation(.sum(parts: ["a", "b"], whole: ["whole"])), Array(statistics.dropLast()) + [exact])
        #expect(result.mixed == 2)
        #expect(result.verdict == .consistent)
    }

    @Test("One author's part is not held against another's whole where he has a whole himself")
    func betweenSources() throws {
        let statistics = [
            try Samples.statistic("part", Samples.claim(8394, source: "report")),
            try Samples.statistic("whole", Samples.claim(6000), Samples.claim(9000, source: "report")),
        ]
        let result = check(Samples.relation(.part(parts: ["part"], whole: ["whole"])), statistics)
        #expect(result.readings.map(\.label) == [.main])
        #expect(result.readings.map(\.verdict) == [.consistent])
        #expect(result.mixed == 1)
        #expect(result.verdict == .consistent)
    }

    @Test("46 claims of five figures are 1,035 pairs, and 15 readings")
    func manyClaims() throws {
        let empty = try Samples.statistic("a")
        let claims = (0..<46).map { Samples.claim(11 + $0 % 5, source: "s\($0)")("a") }
        let statistic = Statistic(
            id: "a", title: empty.title, measure: "m", population: "p", unit: "u", period: empty.period, claims: claims)
        let result = check(Samples.relation(.same(statistic: "a")), [statistic])
        #expect(result.readings.count == 15)
        #expect(result.readingCount == 1_035)
        #expect(result.verdict == .contradiction)
        #expect(result.deciding?.sides.joined().map(\.quantity.value) == [11, 15])
    }

    @Test("A sum of more than 64 parts is tested like any other")
    func manyParts() throws {
        let parts = try (0..<365).map { try Samples.statistic("day-\($0)", Samples.claim(1)) }
        let whole = try Samples.statistic("year", Samples.claim(365))
        let result = check(Samples.relation(.sum(parts: parts.map(\.id), whole: ["year"])), parts + [whole])
        #expect(result.verdict == .consistent)
    }

    @Test("A deprecated claim takes part in no reading")
    func deprecated() throws {
        let statistic = try Samples.statistic(
            "a", Samples.claim(1), Samples.claim(2, as: .otherData, rank: .deprecated))
        let result = check(Samples.relation(.same(statistic: "a")), [statistic])
        #expect(result.readings.isEmpty)
    }

    @Test("Claims of one statistic are compared pair by pair, and pairs of the same two figures are one")
    func same() throws {
        let statistic = try Samples.statistic(
            "a", Samples.claim(345), Samples.claim(273, as: .otherData), Samples.claim(345, source: "other"))
        let result = check(Samples.relation(.same(statistic: "a")), [statistic])
        #expect(result.readings.map(\.label) == [.betweenSources, .betweenSources])
        #expect(result.readings.map(\.verdict) == [.consistent, .contradiction])
        #expect(result.readings.map(\.count) == [1, 2])
        #expect(result.readingCount == 3)
        #expect(result.deciding?.difference?.point?.magnitude == 72)
    }

    @Test(
        "A later count is at least the earlier one",
        arguments: [
            (297, 305, Verdict.consistent), (370, 305, .contradiction), (6200, 6000, .withinRounding),
            (8394, 6000, .contradiction),
        ])
    func cumulative(earlier: Int, later: Int, verdict: Verdict) throws {
        let result = check(
            Samples.relation(.cumulative(earlier: ["a"], later: ["b"])),
            [try Samples.statistic("a", Samples.claim(earlier)), try Samples.statistic("b", Samples.claim(later))])
        #expect(result.verdict == verdict)
    }

    @Test(
        "A printed share of the base is the stated count, within what about means",
        arguments: [
            (8, 273, 18, Verdict.contradiction), (8, 273, 22, .withinRounding), (10, 2000, 200, .consistent),
        ])
    func share(percent: Int, base: Int, count: Int, verdict: Verdict) throws {
        let statistics = [
            try Samples.statistic("share", Samples.claim(percent, .about, kind: .percentage)),
            try Samples.statistic("base", Samples.claim(base)), try Samples.statistic("count", Samples.claim(count)),
        ]
        let constraint = Relation.Constraint.share(share: "share", base: ["base"], count: ["count"])
        #expect(check(Samples.relation(constraint), statistics).verdict == verdict)
    }

    @Test("Where populations are not the same, a failure is a tension and nothing is subtracted")
    func tension() throws {
        let statistics = [
            try Samples.statistic("share", Samples.claim(8, .about, kind: .percentage)),
            try Samples.statistic("base", Samples.claim(273)), try Samples.statistic("count", Samples.claim(18)),
        ]
        let constraint = Relation.Constraint.share(share: "share", base: ["base"], count: ["count"])
        let result = check(Samples.relation(constraint, comparability: .population), statistics)
        #expect(result.verdict == .tension)
        #expect(result.readings.map(\.difference) == [nil])
        let discrepancy = try #require(Discrepancy(result))
        #expect(discrepancy.difference == nil)
        #expect(
            result.readings.first.map { $0.computed }
                == .amount(
                    Amount(
                        point: Number(numeral: "21.84"),
                        interval: Interval(Number(numeral: "19.656"), Number(numeral: "24.024")))))
    }

    @Test("Where populations are not the same, nothing is subtracted, even where the figures fit")
    func incomparable() throws {
        let statistics = [
            try Samples.statistic("a", Samples.claim(428)), try Samples.statistic("b", Samples.claim(1083)),
        ]
        let part = Relation.Constraint.part(parts: ["a"], whole: ["b"])
        let result = check(Samples.relation(part, comparability: .both), statistics)
        #expect(result.verdict == .consistent)
        #expect(result.readings.map(\.difference) == [nil])
    }

    @Test("A deprecated claim neither contests a statistic nor widens its range")
    func deprecatedRange() throws {
        let statistic = try Samples.statistic(
            "a", Samples.claim(7), Samples.claim(99, as: .otherData, rank: .deprecated))
        #expect(!statistic.isContested)
        #expect(statistic.range == Interval(7, 7))
    }

    @Test("An unknown figure leaves a check unresolved, unless nothing at all would do")
    func unknown() throws {
        let drowned = try Samples.statistic("drowned", Samples.claim(nil, .unknown))
        let all = try Samples.statistic("all", Samples.claim(8000))
        let more = try Samples.statistic("more", Samples.claim(9000, .moreThan))
        let part = { (id: String) in Samples.relation(.part(parts: [id], whole: ["all"])) }
        #expect(check(part("drowned"), [drowned, all]).verdict == .unresolved)
        #expect(check(part("more"), [more, all]).verdict == .contradiction)
    }

    @Test(
        "All of a statistic's period starts with its first day",
        arguments: [
            ("1944-07-15/1945-12-01", "1944-08/1945-05", Verdict.contradiction, 17, 17),
            ("1944-07/1945-12-01", "1944-08/1945-05", .contradiction, 31, 31),
            ("1944-08/1945", "1944-08/1945-05", .consistent, 0, 0),
            ("1944/1945", "1944-08/1945-05", .contradiction, 213, 213),
            ("1944-07~/1945", "1944-08/1945-05", .unresolved, 0, 62),
            ("1944-05~/1945", "1944-08/1945-05", .contradiction, 61, 123),
        ])
    func starts(inner: String, outer: String, verdict: Verdict, low: Int, high: Int) throws {
        let within = Within(inner: .statistic("fined"), outer: .event("flood"), bound: .start)
        let result = check(
            Samples.relation(.within(within)), [try Samples.statistic("fined", period: inner, Samples.claim(1))],
            [try Samples.event("flood", date: outer)])
        #expect(result.verdict == verdict)
        #expect(result.deciding?.difference?.interval == Interval(Number(Int64(low)), Number(Int64(high))))
    }

    @Test(
        "Open ends contain everything, and are contained by nothing that ends",
        arguments: [
            ("1944", "../1945", Verdict.consistent), ("1944", "1943/..", .consistent),
            ("../1944", "1940/1945", .contradiction),
            ("1944/", "1940/1945", .unresolved), ("1946", "../1945", .contradiction),
        ])
    func openEnds(inner: String, outer: String, verdict: Verdict) throws {
        let within = Within(inner: .event("a"), outer: .event("b"), bound: .both)
        let result = check(
            Samples.relation(.within(within)), [],
            [try Samples.event("a", date: inner), try Samples.event("b", date: outer)])
        #expect(result.verdict == verdict)
    }

    @Test(
        "The end of one period is compared with the end of the other, and with nothing else",
        arguments: [
            ("1950/1951", "1944/1955", Verdict.consistent), ("1940/1951", "1944/1955", .consistent),
            ("1950/1956-03", "1944/1955", .contradiction),
            ("1950/1955~", "1944/1954", .unresolved), ("1950~/1955", "1944/1954", .contradiction),
            ("1950/1955", "1944~/1954", .contradiction),
            ("1950/1955", "1944/1955-06", .withinRounding),
        ])
    func ends(inner: String, outer: String, verdict: Verdict) throws {
        let within = Within(inner: .event("a"), outer: .event("b"), bound: .end)
        let result = check(
            Samples.relation(.within(within)), [],
            [try Samples.event("a", date: inner), try Samples.event("b", date: outer)])
        #expect(result.verdict == verdict)
    }

    @Test("Of two ends that overshoot, the farther one is told")
    func farther() throws {
        let within = Within(inner: .event("a"), outer: .event("b"), bound: .both)
        let events = [
            try Samples.event("a", date: "1944-01-01/1945-01-03"),
            try Samples.event("b", date: "1944-01-11/1945-01-01"),
        ]
        let result = check(Samples.relation(.within(within)), [], events)
        #expect(result.verdict == .contradiction)
        #expect(result.deciding?.difference?.point == 10)
    }

    @Test("An editor's conflict keeps the editor's verdict and the places of both sides")
    func editorial() throws {
        let sides = ["5:2", "5:3"].map { token in
            Editorial.Side(
                statement: Samples.text(token),
                citations: [
                    Citation(source: "article", locator: .sentence(paragraph: 5, sentence: 2), printed: [token])
                ])
        }
        let relation = Samples.relation(.editorial(Editorial(conflict: .legal, verdict: .unresolved, sides: sides)))
        let discrepancy = try #require(Discrepancy(check(relation, [])))
        #expect(discrepancy.kind == .legal)
        #expect(discrepancy.verdict == .unresolved)
        #expect(discrepancy.citations.flatMap(\.printed) == ["5:2", "5:3"])
        #expect(discrepancy.difference == nil)
    }

    @Test("A check that plainly holds is no discrepancy")
    func holds() throws {
        let statistics = [try Samples.statistic("a", Samples.claim(1)), try Samples.statistic("b", Samples.claim(2))]
        let result = check(Samples.relation(.part(parts: ["a"], whole: ["b"])), statistics)
        #expect(Discrepancy(result) == nil)
    }

    @Test("An id that is not in the dataset leaves the check without readings, and unresolved")
    func dangling() {
        let result = check(Samples.relation(.sum(parts: ["x", "y"], whole: ["z"])), [])
        #expect(result.verdict == .unresolved)
        #expect(result.readings.isEmpty)
    }

    @Test(
        "One claim alone agrees with all that there are, whatever its words are; where there is none, nothing is decided",
        arguments: [
            ([Quantity(27_361)], .consistent), ([Quantity(between: 3_500_000, and: 5_000_000)], .consistent),
            ([Quantity(nil, .unknown)], .consistent), ([], .unresolved),
        ] as [([Quantity], Verdict)])
    func lone(quantities: [Quantity], verdict: Verdict) throws {
        let claims = quantities.map { quantity in
            { (statistic: String) in
                Claim(
                    id: "c", statistic: statistic, source: "article", quantity: quantity, printed: "x",
                    attribution: .main, rank: .normal)
            }
        }
        let none = try Samples.statistic("drowned")
        let statistic = try claims.first.map { try Samples.statistic("drowned", $0) } ?? none
        let result = Checker(statistics: [statistic]).check(Samples.relation(.same(statistic: "drowned")))
        #expect(result.verdict == verdict)
        #expect(result.readings.isEmpty)
        #expect(Discrepancy(result) == nil)
        #expect(result.citations.count == quantities.count)
    }
}
