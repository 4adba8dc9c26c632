import Evidence
package import Reasoning

extension Weighing {
    /// The numbers of the knots: first those with the most conflicts that somebody asserts, and of these, those that cannot be
    /// left as they are.
    package var knotsByInterest: [Int] {
        let rank = knots.map { knot in
            (knot.conflicts.count { !conflicts[$0].isMixed }, (knot.revisions[.statistic]?.cost ?? 0) > 0 ? 1 : 0)
        }
        return knots.indices.sorted { left, right in rank[left] == rank[right] ? left < right : rank[left] > rank[right]
        }
    }

    /// Returns the ids of the statistics of a knot's conflicts, and of the relations that these go through.
    package func statistics(ofKnot number: Int) -> Set<String> {
        let found = knots[number].conflicts.map { conflicts[$0] }
        let nodes =
            found.flatMap { $0.figures.map { network.figures[$0].node } }
            + found.flatMap { $0.constraints.flatMap { network.constraints[$0].nodes } }
        return Set(nodes.map { network.nodes[$0].statistic.id })
    }
}
