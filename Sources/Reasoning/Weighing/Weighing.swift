import Checks
import Evidence
import Foundations

/// The evidence weighed: what cannot be together, what would have to go, and what the rest allows.
package struct Weighing: Sendable {
    package let network: Network
    /// Those that no single check shows first.
    package let conflicts: [Conflict]
    /// Conflicts that share figures, directly or through others, by their numbers, and what would have to go.
    package let knots: [Knot]
    /// The number of each conflict's knot by the conflict's id.
    private let knotsOfConflicts: [String: Int]
    /// By the number of a statistic, what all others allow; nil where it is not known, or nothing is said of it.
    package let implied: [Implied?]
    /// The same with its own claims.
    package let together: [Implied?]
    /// By the number of a figure, in how many choices it is; nil where that is not known.
    package let standings: [Standing?]
    /// The numbers of the components of which not all conflicts were found, because the steps did not suffice.
    package let truncated: [Int]
    /// The numbers of relations that allow less than was worked with: of their components, the ends may be further in, and
    /// there may be conflicts that are not told.
    package let loose: [Int]

    /// The steps that each part of the work on a component may take: so many for each of its claims and relations, and at least
    /// so many for all.
    package struct Limits: Sendable {
        package var least = 1_000_000
        package var each = 2_000

        package init() {}

        fileprivate func steps(_ component: Network.Component) -> Steps {
            Steps(least + each * (component.nodes.count + component.constraints.count))
        }
    }

    package init(_ network: Network, limits: Limits = Limits()) {
        self.network = network
        loose = network.constraints.indices.filter { network.constraints[$0].isLoose }
        var parts: [ComponentWeighing] = []
        for component in network.components {
            parts.append(ComponentWeighing(network, component, steps: limits.steps(component)))
        }
        truncated = parts.indices.filter { parts[$0].isTruncated }
        conflicts = parts.flatMap(\.conflicts).sorted { left, right in
            left.kind == right.kind ? left.figures.lexicographicallyPrecedes(right.figures) : left.kind < right.kind
        }
        var numbers: [String: Int] = [:]
        for (number, conflict) in conflicts.enumerated() { numbers[conflict.id] = number }
        knots = parts.flatMap { $0.knots }.map { group in
            Knot(
                id: Knot.id(group.conflicts), conflicts: group.conflicts.compactMap { numbers[$0.id] }.sorted(),
                revisions: group.revisions)
        }.sorted { $0.conflicts.lexicographicallyPrecedes($1.conflicts) }
        var knotsOfConflicts: [String: Int] = [:]
        for (number, knot) in knots.enumerated() {
            for conflict in knot.conflicts { knotsOfConflicts[conflicts[conflict].id] = number }
        }
        self.knotsOfConflicts = knotsOfConflicts
        var implied = [Implied?](repeating: nil, count: network.nodes.count)
        var together = implied
        var standings = [Standing?](repeating: nil, count: network.figures.count)
        for part in parts {
            for (node, bounds) in part.implied { implied[node] = bounds }
            for (node, bounds) in part.together { together[node] = bounds }
            for (figure, standing) in part.standings { standings[figure] = standing }
        }
        self.implied = implied
        self.together = together
        self.standings = standings
    }

    /// Returns the number of the knot that a conflict is in; nil of one without figures.
    package func knot(of conflict: String) -> Int? { knotsOfConflicts[conflict] }

    /// The conflicts that a figure is part of, by their numbers.
    package func conflicts(of figure: Int) -> [Int] {
        conflicts.indices.filter { conflicts[$0].figures.contains(figure) }
    }
}

/// Conflicts that share figures, directly or through others. Those that have figures of one statistic share them: one of these
/// is chosen, so that a way out of the one conflict would touch the other.
package struct Knot: Sendable {
    /// What the cost of a way out is counted in.
    package enum Unit: String, CaseIterable, Sendable {
        /// Statistics that go without a figure.
        case statistic
        /// Figures, each as much as so many first counted it: ten who repeat one count are one.
        case witness
        /// Figures, each as much as so many claim it.
        case claim
    }

    /// All ways out of least cost.
    package struct Revisions: Hashable, Sendable {
        package let cost: Int
        /// The numbers of statistics, or of figures.
        package let sets: [[Int]]
    }

    /// The same as long as its conflicts are.
    package let id: String
    /// The numbers of the conflicts.
    package let conflicts: [Int]
    /// nil where they are not known, because the steps did not suffice.
    package let revisions: [Unit: Revisions]

    /// 16 lower-case digits that stand for the conflicts.
    static func id(_ conflicts: [Conflict]) -> String {
        var digest = Digest()
        for id in conflicts.map(\.id).sorted() { digest.add(id) }
        return digest.hexadecimal
    }
}
