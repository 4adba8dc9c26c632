import Evidence
import TestSupport
import Testing

@testable import Reasoning

@Suite("All the evidence is weighed together")
struct WeighingTests {
    /// Parts that add up to a whole, which is at most as large as something later.
    private func chain(_ first: [ClosedRange<Int64>], later: ClosedRange<Int64>) -> Sample {
        var sample = Sample()
        sample.add("first", first)
        sample.add("second", [40...40])
        sample.add("whole", [] as [ClosedRange<Int64>])
        sample.add("later", [later])
        sample.relate("sum", .sum(parts: ["first", "second"], whole: ["whole"]))
        sample.relate("rise", .cumulative(earlier: ["whole"], later: ["later"]))
        return sample
    }

    @Test("A conflict can run through a number that nobody gives, and then no single check shows it")
    func acrossRelations() throws {
        let weighing = chain([60...60, 70...70], later: 105...105).weighed()
        #expect(weighing.told == ["relations: first-1 second-0 later-0", "values: first-0 first-1"])
        let conflict = try #require(weighing.conflicts.first)
        #expect(conflict.constraints.map { weighing.network.constraints[$0].relation.id } == ["sum", "rise"])
        #expect(!conflict.isUnavoidable)
        #expect(weighing.standing("first-0") == .every)
        #expect(weighing.standing("first-1") == Standing.none)
    }

    @Test("A number that nobody gives has bounds from all others")
    func implied() throws {
        let weighing = chain([60...60, 70...70], later: 105...105).weighed()
        #expect(weighing.bounds("whole") == "100…100")
        #expect(weighing.bounds("first") == "0…65")
        let whole = try #require(weighing.number("whole"))
        let low = try #require(weighing.implied[whole]?.low?.basis)
        #expect(weighing.claims(low.figures) == ["first-0", "second-0"])
    }

    @Test("Where nothing fits, one of the statistics goes without, and it is said which")
    func without() throws {
        let weighing = chain([70...70], later: 105...105).weighed()
        let knot = try #require(weighing.knots.first)
        #expect(weighing.knots.count == 1 && weighing.conflicts[0].isUnavoidable)
        let revisions = try #require(knot.revisions[.statistic])
        #expect(revisions.cost == 1)
        let names = revisions.sets.map { $0.map { weighing.network.nodes[$0].statistic.id } }
        #expect(names == [["first"], ["second"], ["later"]])
        #expect(weighing.standing("first-0") == .some)
        let whole = try #require(weighing.number("whole").flatMap { weighing.implied[$0] })
        #expect(!whole.fits && whole.without.count == 1 && whole.without[0].count == 3)
    }

    @Test("What is given up takes no part, and never adds a conflict")
    func givenUp() {
        let sample = chain([60...60, 70...70], later: 105...105)
        #expect(sample.weighed(without: ["first-1"]).told == [])
        #expect(sample.weighed(without: ["rise"]).told == ["values: first-0 first-1"])
        let left = sample.network(without: ["first-1", "rise"]).leftOut
        #expect(left.map(\.id) == ["first-1", "rise"] && left.allSatisfy { $0.reason == .without })
    }

    @Test("A relation that is marked as not comparable is left out, unless it is assumed to hold")
    func assumed() {
        var sample = Sample()
        sample.add("part", [9...9])
        sample.add("whole", [7...7])
        sample.relate("part-of", .part(parts: ["part"], whole: ["whole"]), isComparable: false)
        #expect(sample.weighed().told == [])
        #expect(sample.network().leftOut.map(\.reason) == [.comparability])
        #expect(sample.weighed(assume: ["part-of"]).told == ["relation: part-0 whole-0"])
    }

    @Test("Claims with one interval are one figure; ten who repeat one count cost one witness")
    func witnesses() throws {
        var sample = Sample()
        let repeated = (0..<10).map { place in
            Claim(
                id: "a\(place)", statistic: "part", source: "s\(place)", quantity: Quantity(9), printed: "9",
                witness: "s0")
        }
        let independent = (0..<2).map { place in
            Claim(id: "b\(place)", statistic: "whole", source: "s\(place)", quantity: Quantity(7), printed: "7")
        }
        sample.add("part", repeated)
        sample.add("whole", independent)
        sample.relate("part-of", .part(parts: ["part"], whole: ["whole"]))
        let weighing = sample.weighed()
        let revisions = try #require(weighing.knots.first).revisions
        #expect(revisions[.witness]?.cost == 1)
        #expect(weighing.claims(revisions[.witness]?.sets.first ?? []) == repeated.map(\.id))
        #expect(revisions[.claim]?.cost == 2)
        #expect(weighing.claims(revisions[.claim]?.sets.first ?? []) == independent.map(\.id))
    }

    @Test("A share bounds what it is taken of, and what it comes to, exactly")
    func share() {
        var sample = Sample()
        sample.add("share", [40...60], in: "percent")
        sample.add("base", [200...200, 300...300])
        sample.add("count", [90...90])
        sample.relate("share-of", .share(share: "share", base: ["base"], count: ["count"]))
        let weighing = sample.weighed()
        #expect(weighing.told == ["relation: share-0 base-1 count-0", "values: base-0 base-1"])
        #expect(weighing.bounds("base") == "150…225")
        #expect(weighing.bounds("count") == "80…180")
        #expect(weighing.bounds("share") == "30…45")
        #expect(weighing.loose.isEmpty)
    }

    @Test("Two products that hold one factor are told to be worked with as if it could differ")
    func loose() {
        var sample = Sample()
        sample.add("share", [50...50], in: "percent")
        for name in ["a", "b"] {
            sample.add("base-\(name)", [200...200])
            sample.add("count-\(name)", [100...100])
            sample.relate("share-\(name)", .share(share: "share", base: ["base-\(name)"], count: ["count-\(name)"]))
        }
        #expect(sample.weighed().told == [])
        #expect(sample.weighed().loose.count == 2)
    }

    @Test("Where the steps do not suffice, it is said, and nothing is said not to be there")
    func truncated() {
        let network = chain([60...60, 70...70], later: 105...105).network()
        var limits = Weighing.Limits()
        (limits.least, limits.each) = (40, 0)
        let weighing = Weighing(network, limits: limits)
        #expect(weighing.truncated == [0])
        #expect(weighing.standings.allSatisfy { $0 == nil })
        #expect(weighing.knots.allSatisfy { $0.revisions.isEmpty })
    }

    @Test("A conflict keeps its id where other claims come and go")
    func identity() {
        let ids = { (sample: Sample) in Set(sample.weighed().conflicts.filter { $0.kind == .relations }.map(\.id)) }
        let before = ids(chain([70...70], later: 105...105))
        #expect(before == ids(chain([60...60, 70...70], later: 105...105)))
        #expect(before != ids(chain([71...71], later: 105...105)))
    }
}
