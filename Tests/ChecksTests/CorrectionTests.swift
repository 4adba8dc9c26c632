import Evidence
import TestSupport
import Testing

@testable import Checks

@Suite("A claim that corrects another withdraws it, and what repeats it")
struct CorrectionTests {
    private func claim(
        _ id: String, _ value: Int, source: String = "a", witness: String? = nil, corrects: String? = nil,
        rank: Claim.Rank = .normal
    ) -> Claim {
        Claim(
            id: id, statistic: "s", source: source, quantity: Quantity(Number(Int64(value))), printed: "\(value)",
            rank: rank, witness: witness, corrects: corrects)
    }

    private func statistic(_ claims: Claim...) throws -> Statistic {
        let empty = try Samples.statistic("s")
        return Statistic(
            id: "s", title: empty.title, measure: "m", population: "p", unit: "u", period: empty.period,
            claims: claims)
    }

    @Test("also of another source, and then the statistic is not contested by it")
    func one() throws {
        let statistic = try statistic(claim("old", 12), claim("new", 15, source: "b", corrects: "old"))
        #expect(statistic.withdrawals == ["old": "new"])
        #expect(statistic.standingClaims.map(\.id) == ["new"])
        #expect(!statistic.isContested)
        #expect(statistic.range == Interval(15, 15))
        let check = Checker(statistics: [statistic]).check(Samples.relation(.same(statistic: "s")))
        #expect(check.verdict == .consistent)
        #expect(check.readings.isEmpty)
    }

    @Test("by the same witness with an equal quantity, and not what another witness counted, or counted otherwise")
    func repetitions() throws {
        let statistic = try statistic(
            claim("old", 12), claim("quoted", 12, source: "b", witness: "a"), claim("counted", 12, source: "c"),
            claim("other", 13, source: "d", witness: "a"), claim("new", 15, corrects: "old"))
        #expect(statistic.withdrawals == ["old": "new", "quoted": "new"])
        #expect(statistic.standingClaims.map(\.id) == ["counted", "other", "new"])
    }

    @Test("in a chain, where what was corrected stays withdrawn")
    func chain() throws {
        let statistic = try statistic(
            claim("first", 12), claim("second", 14, corrects: "first"), claim("third", 15, corrects: "second"),
            claim("repeated", 14, source: "b", witness: "a"))
        #expect(statistic.withdrawals == ["first": "second", "second": "third", "repeated": "third"])
        #expect(statistic.standingClaims.map(\.id) == ["third"])
    }

    @Test("but is itself never withdrawn as a repetition, and corrects nothing where it is deprecated")
    func exceptions() throws {
        let again = try statistic(claim("old", 12), claim("new", 12, corrects: "old"))
        #expect(again.standingClaims.map(\.id) == ["new"])
        let deprecated = try statistic(claim("old", 12), claim("new", 15, corrects: "old", rank: .deprecated))
        #expect(deprecated.withdrawals.isEmpty)
        #expect(deprecated.standingClaims.map(\.id) == ["old"])
    }

    @Test(
        "Two sources that give one count are one witness, whoever their authors are",
        arguments: [
            ("census", "census", .sameWitness, false), ("census", nil, nil, true), ("b", nil, .sameWitness, false),
            ("census", "register", nil, true), (nil, nil, nil, true),
        ] as [(String?, String?, Lineage.Bond?, Bool)])
    func witnesses(first: String?, second: String?, bond: Lineage.Bond?, isIndependent: Bool) {
        let (one, two) = (
            claim("one", 12, source: "a", witness: first), claim("two", 12, source: "b", witness: second)
        )
        #expect(Lineage([]).bond(one, two) == bond)
        #expect((bond == nil) == isIndependent)
    }
}
