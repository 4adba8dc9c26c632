import Evidence
import TestSupport
import Testing

@testable import Reasoning

@Suite("What holds of every weighing")
struct WeighingPropertyTests {
    /// A history of sums, in which circles are closed now and then.
    private func sample(_ random: inout SeededGenerator, widened: Int64 = 0) -> Sample {
        var sample = Sample()
        let names = (0..<6).map { "x\($0)" }
        for name in names {
            let figures = (0..<Int.random(in: 0...2, using: &random)).map { _ in
                let value = Int64.random(in: 5...40, using: &random)
                return value - widened...value + Int64.random(in: 0...3, using: &random) + widened
            }
            sample.add(name, figures)
        }
        for number in 0..<Int.random(in: 1...4, using: &random) {
            let chosen = Array(names.shuffled(using: &random).prefix(3))
            sample.relate(
                "r\(number)",
                Bool.random(using: &random)
                    ? .sum(parts: Array(chosen[..<2]), whole: [chosen[2]])
                    : .part(parts: [chosen[0]], whole: [chosen[1]]))
        }
        return sample
    }

    private func sets(_ weighing: Weighing) -> [Set<String>] {
        weighing.conflicts.flatMap { $0.sets(in: weighing.network) }.map { Set(weighing.claims($0)) }
    }

    @Test("Giving up a claim never adds a conflict")
    func givingUp() {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<150 {
            let sample = sample(&random)
            let before = sets(sample.weighed())
            guard let claim = sample.statistics.flatMap(\.claims).randomElement(using: &random) else { continue }
            #expect(sets(sample.weighed(without: [claim.id])).allSatisfy(before.contains))
        }
    }

    @Test("After widening the intervals, every conflict contains an earlier one")
    func widening() {
        for seed in UInt64(0)..<150 {
            var (random, again) = (SeededGenerator(seed: seed), SeededGenerator(seed: seed))
            let before = sets(sample(&random).weighed())
            let after = sets(sample(&again, widened: 2).weighed())
            #expect(after.allSatisfy { wide in before.contains { $0.isSubset(of: wide) } })
        }
    }

    @Test("A revision taken out leaves no conflict in its knot")
    func revising() {
        var random = SeededGenerator(seed: 22)
        var count = 0
        for _ in 0..<150 {
            let sample = sample(&random)
            let weighing = sample.weighed()
            for knot in weighing.knots {
                let members = Set(weighing.claims(knot.conflicts.flatMap { weighing.conflicts[$0].figures }))
                for set in knot.revisions[.witness]?.sets.prefix(3) ?? [] {
                    let left = sets(sample.weighed(without: Set(weighing.claims(set))))
                    #expect(left.allSatisfy { $0.isDisjoint(with: members) })
                    count += 1
                }
            }
        }
        #expect(count > 50)
    }

    @Test("What is worked out of trees, and of circles, is the same")
    func trees() throws {
        var random = SeededGenerator(seed: 23)
        var count = 0
        for _ in 0..<150 {
            let plain = sample(&random)
            // A relation to itself closes a circle, and says nothing.
            var circled = plain
            for relation in plain.relations {
                circled.relate("again-\(relation.id)", relation.constraint)
            }
            let network = plain.network()
            count += network.components.count { !$0.constraints.isEmpty && TreeBounds.suits($0, of: network) }
            #expect(Set(sets(plain.weighed())) == Set(sets(circled.weighed())))
        }
        #expect(count > 50)
    }
}
