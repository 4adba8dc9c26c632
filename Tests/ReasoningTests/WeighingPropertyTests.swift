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

    /// With products: of a percentage that stands in one relation, or in two, which then allow less than is worked with.
    private func products(_ random: inout SeededGenerator, widened: Int64 = 0) -> Sample {
        var sample = sample(&random, widened: widened)
        for number in 0..<Int.random(in: 1...2, using: &random) {
            if number == 0 || Bool.random(using: &random) {
                let value = Int64.random(in: 20...80, using: &random)
                sample.add("share\(number)", [value - widened...value + 2 + widened], in: "percent")
            }
            let share = sample.statistics.last?.id ?? ""
            let chosen = ["x0", "x1", "x2", "x3"].shuffled(using: &random)
            sample.relate("product\(number)", .share(share: share, base: [chosen[0]], count: [chosen[1]]))
        }
        return sample
    }

    private func samples(_ count: Int, seed: UInt64) -> [Sample] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { $0 % 3 == 0 ? products(&random) : sample(&random) }
    }

    @Test("Giving up a claim never adds a conflict")
    func givingUp() {
        var random = SeededGenerator(seed: 21)
        for sample in samples(150, seed: 21) {
            let before = sets(sample.weighed())
            guard let claim = sample.statistics.flatMap(\.claims).randomElement(using: &random) else { continue }
            #expect(sets(sample.weighed(without: [claim.id])).allSatisfy(before.contains))
        }
    }

    @Test("After widening the intervals, every conflict contains an earlier one")
    func widening() {
        for seed in UInt64(0)..<150 {
            var (random, again) = (SeededGenerator(seed: seed), SeededGenerator(seed: seed))
            let isOfProducts = seed % 3 == 0
            let before = sets((isOfProducts ? products(&random) : sample(&random)).weighed())
            let after = sets((isOfProducts ? products(&again, widened: 2) : sample(&again, widened: 2)).weighed())
            #expect(after.allSatisfy { wide in before.contains { $0.isSubset(of: wide) } })
        }
    }

    @Test("A revision taken out leaves no conflict in its knot", arguments: [Knot.Unit.witness, .claim])
    func revising(_ unit: Knot.Unit) {
        var count = 0
        for sample in samples(150, seed: 22) {
            let weighing = sample.weighed()
            for knot in weighing.knots {
                let members = Set(weighing.claims(knot.conflicts.flatMap { weighing.conflicts[$0].figures }))
                for set in knot.revisions[unit]?.sets.prefix(3) ?? [] {
                    let left = sets(sample.weighed(without: Set(weighing.claims(set))))
                    #expect(left.allSatisfy { $0.isDisjoint(with: members) })
                    count += 1
                }
            }
        }
        #expect(count > 50)
    }

    @Test("Numbers that go without all of their figures leave no conflict of relations that must be in their knot")
    func goingWithout() {
        var count = 0
        for sample in samples(120, seed: 24) {
            let weighing = sample.weighed()
            for knot in weighing.knots where (knot.revisions[.statistic]?.cost ?? 0) > 0 {
                let members = Set(
                    knot.conflicts.flatMap { weighing.conflicts[$0].figures }.map { figure in
                        weighing.network.nodes[weighing.network.figures[figure].node].statistic.id
                    })
                for set in knot.revisions[.statistic]?.sets.prefix(3) ?? [] {
                    let gone = set.flatMap { weighing.network.nodes[$0].figures }
                    let after = sample.weighed(without: Set(weighing.claims(Array(gone))))
                    let costs = after.knots.filter { knot in
                        knot.conflicts.flatMap { after.conflicts[$0].figures }.contains { figure in
                            members.contains(after.network.nodes[after.network.figures[figure].node].statistic.id)
                        }
                    }.map { $0.revisions[.statistic]?.cost }
                    #expect(costs.allSatisfy { $0 == 0 })
                    count += 1
                }
            }
        }
        #expect(count > 10)
    }

    @Test("Figures of a conflict cannot all be right; without any one of them, all others can")
    func minimal() throws {
        var count = 0
        for sample in samples(100, seed: 25) {
            let network = sample.network()
            for conflict in Weighing(network).conflicts {
                for set in conflict.sets(in: network) {
                    #expect(try !areRight(set, of: network))
                    for figure in set { #expect(try areRight(set.filter { $0 != figure }, of: network)) }
                    count += 1
                }
            }
        }
        #expect(count > 100)
    }

    /// Whether some figures can all be right.
    private func areRight(_ figures: [Int], of network: Network) throws -> Bool {
        guard let node = figures.first.map({ network.figures[$0].node }),
            let component = network.components.first(where: { $0.nodes.contains(node) })
        else { return true }
        var system = try ComponentSystem(network, component, steps: Steps(1_000_000))
        var ranges: [Int: ClosedRational] = [:]
        for figure in figures.map({ network.figures[$0] }) {
            ranges[figure.node] = (ranges[figure.node] ?? .all).intersection(figure.range)
        }
        for (node, range) in ranges { try system.set(node, range) }
        return try system.isPossible()
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
