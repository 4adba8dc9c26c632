/// Conflicts that have figures of one statistic, directly or through others.
struct ConflictGroup {
    let conflicts: [Conflict]
    var revisions: [Knot.Unit: Knot.Revisions] = [:]

    /// Those of relations.
    var ofRelations: [Conflict] { conflicts.filter { $0.kind != .values } }

    /// Puts conflicts together, in their order; those without figures are in none.
    static func groups(of conflicts: [Conflict], in network: Network) -> [ConflictGroup] {
        // By conflict and by statistic, one that is in the same group.
        var next = Array(conflicts.indices)
        let root = { (place: Int) in
            var place = place
            while next[place] != place {
                next[place] = next[next[place]]
                place = next[place]
            }
            return place
        }
        var places: [Int: Int] = [:]
        for (place, conflict) in conflicts.enumerated() {
            for figure in conflict.figures {
                let node = network.figures[figure].node
                guard let other = places[node] else {
                    places[node] = place
                    continue
                }
                let (one, another) = (root(place), root(other))
                next[max(one, another)] = min(one, another)
            }
        }
        var members: [Int: [Conflict]] = [:]
        for (place, conflict) in conflicts.enumerated() where !conflict.figures.isEmpty {
            members[root(place), default: []].append(conflict)
        }
        return members.sorted { $0.key < $1.key }.map { ConflictGroup(conflicts: $0.value) }
    }

    /// The sets of figures of some conflicts that cannot be right together.
    static func sets(
        _ conflicts: [Conflict], in network: Network, _ steps: inout Steps
    ) throws(Steps.Exhausted) -> [[Int]] {
        for conflict in conflicts {
            let count = conflict.figures.count
            try steps.spend(conflict.kind == .values ? count * count : count)
        }
        return conflicts.flatMap { $0.sets(in: network) }
    }

    /// Returns all ways out of least cost; nil where there is none.
    func revisions(
        by unit: Knot.Unit, _ cost: HittingSets.Cost, in network: Network, _ steps: inout Steps
    ) throws(Steps.Exhausted) -> Knot.Revisions? {
        let sets = try ConflictGroup.sets(unit == .statistic ? ofRelations : conflicts, in: network, &steps)
        guard let found = try HittingSets.least(sets, cost, steps: &steps) else { return nil }
        let named = unit == .statistic ? found.sets.map { $0.map { network.figures[$0].node } } : found.sets
        return Knot.Revisions(cost: found.cost, sets: named)
    }
}
