import Evidence
import TestSupport
import Testing

@testable import Reasoning

@Suite("An end that may not be as far as the evidence lets it be says so, and why")
struct DoubtTests {
    private func implied(_ weighing: Weighing, _ id: String) throws -> Implied {
        let number = try #require(weighing.number(id))
        return try #require(weighing.implied[number])
    }

    /// Two products of one share, which is known, and of which one base is.
    private func shared(counts: ClosedRange<Int64>) -> Sample {
        var sample = Sample()
        sample.add("whole", [] as [ClosedRange<Int64>])
        sample.add("share", [] as [ClosedRange<Int64>], in: "percent")
        for name in ["a", "b"] {
            sample.add("base-\(name)", [200...200])
            sample.add("count-\(name)", name == "a" ? [100...100] : [counts])
            sample.relate("share-\(name)", .share(share: "share", base: ["base-\(name)"], count: ["count-\(name)"]))
        }
        sample.relate("sum", .sum(parts: ["base-a", "base-b"], whole: ["whole"]))
        return sample
    }

    @Test("Where two products hold one factor, those are named that do not hold at the end")
    func shared() throws {
        let weighing = shared(counts: 80...120).weighed()
        let count = try implied(weighing, "count-b")
        #expect(weighing.bounds("count-b") == "0…200")
        #expect(!count.isTight && !count.lowDoubts.isEmpty && !count.highDoubts.isEmpty)
        #expect(Set(count.lowDoubts + count.highDoubts).isSubset(of: ["share-a", "share-b"]))
    }

    @Test("Where they hold at the end, it is as far as it can be, although they allow less elsewhere")
    func held() throws {
        let weighing = shared(counts: 80...120).weighed()
        #expect(weighing.loose.count == 2)
        #expect(weighing.bounds("whole") == "400…400")
        #expect(try implied(weighing, "whole").isTight)
    }

    @Test("A share whose base has no upper end comes as near to its end as one likes")
    func endless() throws {
        var sample = Sample()
        sample.add("share", [] as [ClosedRange<Int64>], in: "percent")
        for name in ["base", "count", "same"] { sample.add(name, [] as [ClosedRange<Int64>]) }
        sample.add("some", [20...20])
        sample.relate("share-of", .share(share: "share", base: ["base"], count: ["count"]))
        sample.relate("equal", .sum(parts: ["count"], whole: ["same"]))
        sample.relate("half", .part(parts: ["count", "same", "some"], whole: ["base"]))
        let weighing = sample.weighed()
        let share = try implied(weighing, "share")
        #expect(weighing.bounds("share") == "0…50")
        #expect(share.isTight)
        #expect(share.low?.isReached == true && share.high?.isReached == false)
        let basis = try #require(share.high?.basis)
        #expect(
            basis.constraints.map { weighing.network.constraints[$0].relation.id } == ["share-of", "equal", "half"])
        #expect(weighing.claims(basis.figures) == ["some-0"])
    }

    @Test("A relation that is not worked with is a doubt of all that hangs together with it")
    func ignored() throws {
        var sample = Sample()
        for name in ["a", "b", "c", "d"] { sample.add(name, [2...9]) }
        sample.relate("sum", .sum(parts: ["a", "b"], whole: ["c"]))
        let square = Formula(.product(.term(0), .product(.term(0), .term(0))), .equal, .term(1))
        sample.relate(
            "cube",
            .equation(Equation(.formula(square, terms: ["t0", "t1"]), [["a"], ["d"]], text: "t0 * t0 * t0 = t1")))
        let weighing = sample.weighed()
        #expect(weighing.network.leftOut.map(\.id) == ["cube"])
        #expect(try implied(weighing, "c").lowDoubts == ["cube"])
        #expect(try implied(weighing, "c").highDoubts == ["cube"])
    }

    @Test("What is divided by is not zero at an end without doubt")
    func divided() throws {
        var sample = Sample()
        for name in ["a", "b", "c"] { sample.add(name, [] as [ClosedRange<Int64>]) }
        sample.add("most", [10...10])
        let ratio = Formula(.quotient(.term(0), .term(1)), .equal, .number(3))
        sample.relate(
            "ratio",
            .equation(Equation(.formula(ratio, terms: ["t0", "t1"]), [["a"], ["b"]], text: "t0 / t1 = 3")))
        sample.relate("rise", .cumulative(earlier: ["b"], later: ["most"]))
        let implied = try implied(sample.weighed(), "a")
        #expect(implied.lowDoubts == ["ratio"] && implied.highDoubts.isEmpty)
        #expect(implied.high?.value == 30)
    }
}
