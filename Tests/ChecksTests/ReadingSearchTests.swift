import TestSupport
import Testing

@testable import Checks
@testable import Evidence

@Suite("The readings decide in which no source is passed over")
struct ReadingSearchTests {
    private typealias Make = (String) -> Claim

    private func sum(_ figures: [(id: String, claims: [Make])], parts: [String], whole: String) throws -> Check {
        let statistics = try figures.map { id, claims in
            Statistic(
                id: id, title: Samples.text(id), measure: "n", population: "all", unit: "persons",
                period: try EDTF("1241"), claims: claims.map { $0(id) })
        }
        return Checker(statistics: statistics).check(Samples.relation(.sum(parts: parts, whole: [whole])))
    }

    @Test("Two authors whose own parts both make a third's total agree with him; crossed they are mixed")
    func twoAuthors() throws {
        let check = try sum(
            [
                ("foot", [Samples.claim(81, source: "a"), Samples.claim(71, source: "b")]),
                ("horse", [Samples.claim(20, source: "a"), Samples.claim(30, source: "b")]),
                ("army", [Samples.claim(101, source: "c")]),
            ], parts: ["foot", "horse"], whole: "army")
        #expect(check.readings.map(\.label) == [.betweenSources, .betweenSources])
        #expect(check.readings.map(\.verdict) == [.consistent, .consistent])
        #expect(check.readings.map { $0.covers.first(2).map { $0.map(\.source) } } == [[["a", "c"]], [["b", "c"]]])
        #expect(check.mixed == 2)
        #expect(check.verdict == .consistent)
    }

    @Test("Who has parts and a total himself is tested by these alone")
    func ownTotal() throws {
        let check = try sum(
            [
                ("foot", [Samples.claim(81, source: "a"), Samples.claim(71, source: "b")]),
                ("horse", [Samples.claim(20, source: "a"), Samples.claim(30, source: "b")]),
                ("army", [Samples.claim(101, source: "a"), Samples.claim(151, source: "b")]),
            ], parts: ["foot", "horse"], whole: "army")
        let coherent = check.readings.filter { $0.passedOver == 0 }
        #expect(coherent.map { $0.sides.joined().map(\.source) } == [["a", "a", "a"], ["b", "b", "b"]])
        #expect(coherent.map(\.verdict) == [.consistent, .contradiction])
        #expect(check.verdict == .contradiction)
        #expect(check.mixed == 6)
    }

    @Test("An equal figure passes nobody over, and what one source says alone is read once")
    func equal() throws {
        let check = try sum(
            [
                ("foot", [Samples.claim(81, source: "a"), Samples.claim(81, source: "b")]),
                ("horse", [Samples.claim(20, source: "a")]),
                ("army", [Samples.claim(101, source: "a"), Samples.claim(101, source: "c")]),
            ], parts: ["foot", "horse"], whole: "army")
        #expect(check.readings.map(\.label) == [.main])
        #expect(check.readings.flatMap { $0.sides.joined().map(\.source) } == ["a", "a", "a"])
        #expect(check.readings.map(\.count) == [1])
        #expect(check.mixed == 0)
    }

    @Test("The main text lends to a strand that is silent, and is not passed over by that")
    func lending() throws {
        let check = try sum(
            [
                ("foot", [Samples.claim(81), Samples.claim(91, as: .otherData)]),
                ("horse", [Samples.claim(20)]), ("army", [Samples.claim(101)]),
            ], parts: ["foot", "horse"], whole: "army")
        #expect(check.readings.map(\.label) == [.main, .otherData])
        #expect(check.readings.map(\.verdict) == [.consistent, .contradiction])
        #expect(check.mixed == 0)
    }

    @Test("A source heard in two strands is passed over")
    func twoStrands() throws {
        let check = try sum(
            [
                ("foot", [Samples.claim(81, as: .officialData)]), ("horse", [Samples.claim(20, as: .estimate)]),
                ("army", [Samples.claim(101)]),
            ], parts: ["foot", "horse"], whole: "army")
        #expect(check.readings.map(\.label) == [.mixed])
        #expect(check.readings.map(\.passedOver) == [1])
    }

    @Test("Where every reading is mixed, those decide that pass over the fewest sources, as a tension at most")
    func nobody() throws {
        let check = try sum(
            [
                ("foot", [Samples.claim(81, source: "a")]), ("horse", [Samples.claim(20, source: "b")]),
                ("army", [Samples.claim(111, source: "a"), Samples.claim(121, source: "b")]),
            ], parts: ["foot", "horse"], whole: "army")
        #expect(check.readings.allSatisfy { $0.label == .mixed })
        #expect(check.readings.map(\.passedOver) == [1, 1])
        #expect(check.candidates.map(\.verdict) == [.tension, .tension])
        #expect(check.readings.allSatisfy { $0.difference == nil })
        #expect(check.verdict == .tension)
        #expect(check.deciding?.sides.joined().map(\.quantity.value) == [81, 20, 121])
    }

    @Test("Of equally grave readings one with points decides, and then the one whose sides are the farthest apart")
    func deciding() throws {
        let statistic = try Samples.statistic(
            "a", Samples.claim(100_000, .moreThan, source: "a"), Samples.claim(11, source: "b"),
            Samples.claim(41, source: "c"), Samples.claim(21, source: "d"))
        let check = Checker(statistics: [statistic]).check(Samples.relation(.same(statistic: "a")))
        #expect(check.deciding?.sides.joined().map(\.quantity.value) == [11, 41])
    }

    @Test("One with points decides as well where the sides cannot be compared, and nothing is subtracted")
    func decidingTension() throws {
        let statistic = try Samples.statistic(
            "a", Samples.claim(40, .lessThan, source: "a"), Samples.claim(52, source: "b"),
            Samples.claim(50, source: "c"))
        let relation = Samples.relation(.same(statistic: "a"), comparability: .period)
        let check = Checker(statistics: [statistic]).check(relation)
        #expect(check.verdict == .tension)
        #expect(check.deciding?.sides.joined().map(\.quantity.value) == [52, 50])
    }

    @Test("Of more mixed readings than memory holds, the first are told at once")
    func manyMixed() throws {
        let parts = try (0..<365).map { day in
            try Samples.statistic("day-\(day)", Samples.claim(1, source: "a"), Samples.claim(2, source: "b"))
        }
        let whole = try Samples.statistic("year", Samples.claim(365, source: "a"))
        let checker = Checker(statistics: parts + [whole])
        let check = checker.check(Samples.relation(.sum(parts: parts.map(\.id), whole: ["year"])))
        #expect(check.mixed == nil)
        let pages = [0, 7].map { checker.mixedReadings(of: check, from: $0, limit: 2) }
        #expect(pages.map(\.count) == [2, 2])
        #expect(Set(pages.joined().map { $0.sides.joined().map(\.id) }).count == 4)
        #expect(pages.joined().allSatisfy { $0.label == .mixed && $0.difference == nil })
    }
}
