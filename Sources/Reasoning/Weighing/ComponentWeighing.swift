import Checks
import Evidence
import Foundations

/// One component weighed.
struct ComponentWeighing {
    struct Group {
        var conflicts: [Conflict]
        var revisions: [Knot.Unit: Knot.Revisions] = [:]
    }

    private let network: Network
    private let component: Network.Component
    private(set) var conflicts: [Conflict] = []
    private(set) var knots: [Group] = []
    private(set) var implied: [Int: Implied] = [:]
    private(set) var together: [Int: Implied] = [:]
    private(set) var standings: [Int: Standing] = [:]
    private(set) var isTruncated = false
    private let steps: Steps

    init(_ network: Network, _ component: Network.Component, steps: Steps) {
        self.network = network
        self.component = component
        self.steps = steps
        let figures = component.nodes.reduce(0) { $0 + network.nodes[$1].figures.count }
        // Of one figure there is nothing to weigh.
        guard figures > 1 || !component.constraints.isEmpty else {
            for node in component.nodes {
                for figure in network.nodes[node].figures { standings[figure] = .every }
            }
            return
        }
        guard let system = try? ComponentSystem(network, component, steps: steps) else {
            isTruncated = true
            return
        }
        findConflicts(system)
        tieKnots()
        weighFigures()
        findBounds(system)
    }

    private mutating func findConflicts(_ system: ComponentSystem) {
        var search = ConflictSearch(network, system)
        do throws(Steps.Exhausted) {
            try search.run()
        } catch {
            isTruncated = true
        }
        let impossible = Set(search.found.filter { $0.count == 1 }.joined())
        for node in component.nodes where !search.found.contains([]) {
            if let conflict = Conflict(ofValues: node, in: network, besides: impossible) { conflicts.append(conflict) }
        }
        for figures in search.found.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            var description = ConflictDescription(network, system)
            do throws(Steps.Exhausted) {
                conflicts.append(try description.conflict(of: figures))
            } catch {
                isTruncated = true
            }
        }
    }

    /// The sets that cannot be right together of those conflicts.
    private func sets(_ conflicts: [Conflict]) -> [[Int]] { conflicts.flatMap { $0.sets(in: network) } }

    /// Puts conflicts together that have figures of one statistic.
    private func groups(of conflicts: [Conflict]) -> [Group] {
        var groups: [Group] = []
        for conflict in conflicts where !conflict.figures.isEmpty {
            let nodes = Set(conflict.figures.map { network.figures[$0].node })
            let shared = groups.indices.filter { group in
                groups[group].conflicts.contains { $0.figures.contains { nodes.contains(network.figures[$0].node) } }
            }
            var joined = Group(conflicts: [conflict])
            for place in shared { joined.conflicts += groups[place].conflicts }
            for place in shared.reversed() { groups.remove(at: place) }
            groups.append(joined)
        }
        return groups
    }

    private mutating func tieKnots() {
        knots = groups(of: conflicts)
        // What is not known to be all of the conflicts has no ways out that are known to be ways out.
        guard !isTruncated, !conflicts.contains(where: \.figures.isEmpty) else { return }
        for place in knots.indices {
            for unit in Knot.Unit.allCases {
                var steps = steps
                let sets = sets(unit == .statistic ? ofRelations(knots[place].conflicts) : knots[place].conflicts)
                guard let found = try? HittingSets.least(sets, cost(unit), steps: &steps) else { continue }
                let named = unit == .statistic ? found.sets.map { $0.map { network.figures[$0].node } } : found.sets
                knots[place].revisions[unit] = Knot.Revisions(cost: found.cost, sets: named)
            }
        }
    }

    private func ofRelations(_ conflicts: [Conflict]) -> [Conflict] { conflicts.filter { $0.kind != .values } }

    private func cost(_ unit: Knot.Unit) -> HittingSets.Cost {
        var weights: [Int: Int] = [:]
        var groups: [Int: Range<Int>] = [:]
        for node in component.nodes {
            for figure in network.nodes[node].figures {
                groups[figure] = network.nodes[node].figures
                weights[figure] =
                    unit == .claim ? network.figures[figure].claims.count : network.figures[figure].witnesses
            }
        }
        return unit == .statistic ? .statistics(groups) : .weights(weights)
    }

    /// Says in how many choices each figure is: in none where more statistics than need be go without it; not in every where
    /// the others of a conflict are in one.
    private mutating func weighFigures() {
        guard !isTruncated, !conflicts.contains(where: \.figures.isEmpty) else { return }
        for node in component.nodes {
            for figure in network.nodes[node].figures { standings[figure] = .every }
        }
        for knot in knots {
            guard let least = knot.revisions[.statistic]?.cost else {
                for figure in knot.conflicts.flatMap(\.figures) { standings[figure] = nil }
                continue
            }
            let relations = sets(ofRelations(knot.conflicts))
            let all = sets(knot.conflicts)
            var steps = steps
            for figure in Set(knot.conflicts.flatMap(\.figures)).sorted() {
                do throws(Steps.Exhausted) {
                    standings[figure] = .some
                    guard try isChosen([figure], among: relations, least, &steps) else {
                        standings[figure] = Standing.none
                        continue
                    }
                    var isExcluded = false
                    for set in all where !isExcluded && set.contains(figure) {
                        isExcluded = try isChosen(set.filter { $0 != figure }, among: relations, least, &steps)
                    }
                    if !isExcluded { standings[figure] = .every }
                } catch {
                    standings[figure] = nil
                }
            }
        }
    }

    /// Whether the figures, one of a statistic, are in a choice together.
    private func isChosen(
        _ figures: [Int], among sets: [[Int]], _ least: Int, _ steps: inout Steps
    ) throws(Steps.Exhausted) -> Bool {
        let others = figures.flatMap { figure in
            network.nodes[network.figures[figure].node].figures.filter { $0 != figure }
        }
        // Of two figures of one statistic, each would be out for the other.
        guard Set(others).isDisjoint(with: figures) else { return false }
        return try HittingSets.least(
            sets, cost(.statistic), keeping: figures, without: Set(others), limit: least, steps: &steps) != nil
    }

    private mutating func findBounds(_ system: ComponentSystem) {
        guard !component.constraints.isEmpty, !conflicts.contains(where: \.figures.isEmpty) else { return }
        var search = ImpliedBounds(network, system)
        search.steps = steps
        if isTruncated {
            try? search.prepare(dropping: [])
        } else if let dropped = try? dropped(without: nil) {
            try? search.prepare(dropping: dropped)
        }
        for node in component.nodes {
            implied[node] = bounds(of: node, withOwn: false, &search, system)
            guard !network.nodes[node].figures.isEmpty else { continue }
            together[node] = bounds(of: node, withOwn: true, &search, system)
        }
    }

    private func bounds(
        of node: Int, withOwn: Bool, _ search: inout ImpliedBounds, _ system: ComponentSystem
    ) -> Implied? {
        search.steps = steps
        do throws(Steps.Exhausted) {
            if isTruncated {
                // There may be conflicts that are not known.
                guard try search.isPossible(without: withOwn ? [] : [node]) else { return nil }
                return try search.bounds(of: node, withOwn: withOwn, dropping: [])
            }
            guard let dropped = try dropped(without: withOwn ? nil : node) else { return nil }
            return try search.bounds(of: node, withOwn: withOwn, dropping: dropped)
        } catch {
            search = ImpliedBounds(network, system)
            return nil
        }
    }

    /// Returns by knot the least sets of statistics that go without a figure, where some must; nil where they are not known. The
    /// figures of one statistic may be given up.
    private func dropped(without node: Int?) throws(Steps.Exhausted) -> [[Set<Int>]]? {
        var dropped: [[Set<Int>]] = []
        for knot in knots {
            let own = node.map { network.nodes[$0].figures } ?? 0..<0
            if !knot.conflicts.contains(where: { $0.figures.contains(where: own.contains) }) {
                guard let revisions = knot.revisions[.statistic] else { return nil }
                if revisions.cost > 0 { dropped.append(revisions.sets.map { Set($0) }) }
                continue
            }
            var steps = steps
            let left = ofRelations(knot.conflicts).filter { !$0.figures.contains(where: own.contains) }
            for group in groups(of: left) {
                let least = try HittingSets.least(sets(group.conflicts), cost(.statistic), steps: &steps)
                guard let least else { return nil }
                if least.cost > 0 { dropped.append(least.sets.map { Set($0.map { network.figures[$0].node }) }) }
            }
        }
        return dropped
    }
}
