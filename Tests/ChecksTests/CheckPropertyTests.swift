import Checks
import Evidence
import TestSupport
import Testing

@Suite("What holds of every check")
struct CheckPropertyTests {
    /// Figures of every roundness, from 0 to about a million.
    private func figure(_ random: inout SeededGenerator) -> Int {
        let steps = [1, 1, 10, 100, 1000]
        return Int.random(in: 0...999, using: &random) * steps[Int.random(in: 0..<steps.count, using: &random)]
    }

    @Test("A sum does not depend on the order of its parts")
    func order() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<500 {
            let parts = try (0..<4).map { try Samples.statistic("p\($0)", Samples.claim(figure(&random))) }
            let whole = try Samples.statistic("whole", Samples.claim(figure(&random)))
            let ids = parts.map(\.id)
            let verdicts = [ids, ids.reversed(), ids.shuffled(using: &random)].map { order in
                let relation = Samples.relation(.sum(parts: order, whole: ["whole"]))
                let check = Checker(statistics: parts + [whole]).check(relation)
                return [check.verdict.rawValue, "\(String(describing: check.deciding?.difference))"]
            }
            #expect(Set(verdicts).count == 1)
        }
    }

    @Test("Widening an interval never makes a verdict graver", arguments: ["sum", "part", "cumulative", "same"])
    func widening(kind: String) throws {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<2_000 {
            let (left, right) = (figure(&random), figure(&random))
            let precision = Int.random(in: 1...50, using: &random)
            let wider = precision + Int.random(in: 1...2_000, using: &random)
            let verdicts = [precision, wider].map { precision in
                let make = { (id: String, value: Int) in
                    { (statistic: String) in
                        Claim(
                            id: id, statistic: statistic, source: id,
                            quantity: Quantity(Number(Int64(value)), precision: Number(Int64(precision))), printed: "x")
                    }
                }
                return verdict(kind, make("left", left), make("right", right))
            }
            #expect(try #require(verdicts[1]) <= #require(verdicts[0]), "\(left) \(right) \(precision) \(wider)")
        }
    }

    private func verdict(_ kind: String, _ left: @escaping (String) -> Claim, _ right: @escaping (String) -> Claim)
        -> Verdict?
    {
        let (constraint, statistics): (Relation.Constraint, [Statistic?]) =
            switch kind {
            case "sum":
                (
                    .sum(parts: ["a"], whole: ["b"]),
                    [try? Samples.statistic("a", left), try? Samples.statistic("b", right)]
                )
            case "part":
                (
                    .part(parts: ["a"], whole: ["b"]),
                    [try? Samples.statistic("a", left), try? Samples.statistic("b", right)]
                )
            case "cumulative":
                (
                    .cumulative(earlier: ["a"], later: ["b"]),
                    [try? Samples.statistic("a", left), try? Samples.statistic("b", right)]
                )
            default: (.same(statistic: "a"), [try? Samples.statistic("a", left, right)])
            }
        return Checker(statistics: statistics.compactMap { $0 }).check(Samples.relation(constraint)).verdict
    }

    @Test(
        "A vaguer word never makes a contradiction of what was none",
        arguments: [
            [Qualifier.stated, .about, .unknown], [.stated, .atLeast, .unknown], [.stated, .atMost, .unknown],
        ])
    func vaguer(qualifiers: [Qualifier]) throws {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<1_000 {
            let (part, other, whole) = (figure(&random), figure(&random), figure(&random))
            for constraint in [
                Relation.Constraint.sum(parts: ["a", "b"], whole: ["c"]),
                .part(parts: ["a", "b"], whole: ["c"]),
                .cumulative(earlier: ["a", "b"], later: ["c"]),
            ] {
                let verdicts = try qualifiers.map { qualifier in
                    let value = qualifier == .unknown ? nil : part
                    return Checker(statistics: [
                        try Samples.statistic("a", Samples.claim(value, qualifier)),
                        try Samples.statistic("b", Samples.claim(other)),
                        try Samples.statistic("c", Samples.claim(whole)),
                    ]).check(Samples.relation(constraint)).verdict
                }
                for (exact, vague) in zip(verdicts, verdicts.dropFirst()) where exact != .contradiction {
                    #expect(vague != .contradiction, "\(part) \(other) \(whole) \(qualifiers)")
                }
            }
        }
    }

    @Test("Two claims agree or not whichever comes first")
    func symmetry() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<1_000 {
            let claims = [Samples.claim(figure(&random), source: "x"), Samples.claim(figure(&random), source: "y")]
            let relation = Samples.relation(.same(statistic: "a"))
            let forward = Checker(statistics: [try Samples.statistic("a", claims[0], claims[1])]).check(relation)
            let backward = Checker(statistics: [try Samples.statistic("a", claims[1], claims[0])]).check(relation)
            #expect(forward.verdict == backward.verdict)
            #expect(
                forward.deciding?.difference?.interval.magnitude == backward.deciding?.difference?.interval.magnitude)
        }
    }

    @Test("A contested statistic is one with two claims that contradict each other, and its range holds them all")
    func contested() throws {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<500 {
            let values = (0..<3).map { _ in figure(&random) }
            let statistic = try Samples.statistic(
                "a", Samples.claim(values[0]), Samples.claim(values[1], as: .otherData),
                Samples.claim(values[2], as: .estimate)
            )
            let check = Checker(statistics: [statistic]).check(Samples.relation(.same(statistic: "a")))
            #expect(statistic.isContested == (check.verdict == .contradiction))
            for claim in statistic.claims {
                #expect(statistic.range.union(claim.quantity.interval) == statistic.range)
            }
        }
    }
}
