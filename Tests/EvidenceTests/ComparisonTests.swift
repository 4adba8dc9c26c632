import Testing

@testable import Evidence

@Suite("A comparison has the verdict that the words of both sides allow")
struct ComparisonTests {
    private static let unknown = Amount(Quantity(nil, .unknown))

    private static func amount(_ value: Int64, _ qualifier: Qualifier = .stated) -> Amount {
        Amount(Quantity(Number(value), qualifier))
    }

    private static func range(_ low: Int64, _ high: Int64) -> Amount {
        Amount(Quantity(between: Number(low), and: Number(high)))
    }

    @Test(
        "as equal sides",
        arguments: [
            (amount(7), amount(7), Verdict.consistent), (amount(7), amount(8), .contradiction),
            (amount(63_000), amount(63_200), .withinRounding), (amount(7), range(5, 9), .consistent),
            (range(5, 9), range(6, 8), .consistent), (range(5, 9), range(8, 12), .unresolved),
            (range(5, 9), range(10, 12), .contradiction), (amount(35), amount(25, .atLeast), .consistent),
            (amount(24), amount(25, .atLeast), .contradiction),
            (amount(3_500, .atLeast), amount(5_000, .atMost), .unresolved),
            (amount(7), unknown, .unresolved), (amount(25, .atLeast), unknown, .unresolved),
            (amount(1_000), range(999, 1_000), .consistent),
        ])
    func equal(computed: Amount, stated: Amount, verdict: Verdict) {
        #expect(Comparison(sign: .equal, stated: stated, computed: computed).verdict == verdict)
        #expect(Comparison(sign: .equal, stated: computed, computed: stated).verdict == verdict)
    }

    @Test(
        "as one that is at most the other",
        arguments: [
            (amount(7), amount(8), Verdict.consistent), (amount(63_200), amount(63_000), .withinRounding),
            (amount(9), amount(8), .contradiction), (range(5, 9), amount(9), .consistent),
            (range(5, 9), amount(8), .unresolved), (range(9, 10), amount(8), .contradiction),
            (amount(25, .atLeast), amount(30), .unresolved), (amount(25, .atMost), amount(30), .consistent),
            (unknown, amount(30), .unresolved), (amount(40, .moreThan), amount(30), .contradiction),
        ])
    func atMost(computed: Amount, stated: Amount, verdict: Verdict) {
        #expect(Comparison(sign: .atMost, stated: stated, computed: computed).verdict == verdict)
    }

    @Test("A sum with a figure that is not known is not known")
    func unknownSum() {
        #expect((Self.amount(7) + Self.unknown).isUnknown)
        #expect(!(Self.amount(7) + Self.range(1, 2)).isUnknown)
    }

    @Test(
        "The miss is never below nothing, and without bound where the words set none",
        arguments: [
            (Comparison.Sign.equal, amount(7), amount(9), Interval(2, 2)),
            (.equal, amount(63_000), amount(63_200), Interval(0, 749)),
            (.equal, amount(25, .atLeast), amount(35), Interval(0, nil)),
            (.equal, range(5, 9), range(8, 12), Interval(0, 7)),
            (.atMost, amount(9), amount(8), Interval(1, 1)), (.atMost, amount(8), amount(9), Interval(0, 0)),
            (.atMost, amount(63_200), amount(63_000), Interval(0, 749)),
            (.atMost, range(5, 9), amount(8), Interval(0, 1)),
            (.atMost, amount(40, .moreThan), amount(30), Interval(11, nil)),
        ])
    func miss(sign: Comparison.Sign, computed: Amount, stated: Amount, miss: Interval) {
        #expect(Comparison(sign: sign, stated: stated, computed: computed).miss == miss)
    }

    @Test(
        "Claims that may both be right do not contest a statistic",
        arguments: [
            ([Quantity(25, .atLeast), Quantity(35)], false), ([Quantity(63_000), Quantity(63_200)], false),
            ([Quantity(between: 5, and: 9), Quantity(between: 8, and: 12)], false), ([Quantity(7)], false),
            ([Quantity(between: 5, and: 9), Quantity(10)], true), ([Quantity(7), Quantity(8)], true),
            ([Quantity(7), Quantity(nil, .unknown)], false),
        ])
    func contested(quantities: [Quantity], isContested: Bool) throws {
        let claims = quantities.enumerated().map { place, quantity in
            Claim(id: "\(place)", statistic: "a", source: "\(place)", quantity: quantity, printed: "x")
        }
        let statistic = Statistic(
            id: "a", title: LocalizedText("a"), measure: "n", population: "all", unit: "persons",
            period: try EDTF("1944"), claims: claims)
        #expect(statistic.isContested == isContested)
    }
}
