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
    /// How many steps it took.
    package let steps: Int
    private let conflictsByFigure: [[Int]]

    /// The steps that the work may take. A component has its share of those of the whole network, by its size; those to which
    /// that does not suffice then share what all others have left.
    package struct Limits: Sendable {
        /// For the whole network.
        package var most = 32_000_000
        /// For a component, and for each of its claims and relations, where that is less than its share.
        package var least = 8_000_000
        package var each = 8_000

        package init() {}

        fileprivate func steps(_ size: Int) -> Int {
            let (product, overflow) = each.multipliedReportingOverflow(by: size)
            return overflow ? most : min(most, least + min(product, most))
        }
    }

    package init(_ network: Network, limits: Limits = Limits()) {
        self.init(network, limits, together: 1)
    }

    /// So many components are worked on `together`, one after the other; others at the same time.
    init(_ network: Network, _ limits: Limits, together count: Int) {
        self.network = network
        loose = network.constraints.indices.filter { network.constraints[$0].isLoose }
        let parts = Weighing.parts(of: network, limits, count)
        steps = parts.reduce(0) { $0 + $1.spent }
        truncated = parts.indices.filter { parts[$0].isTruncated }
        conflicts = parts.flatMap(\.conflicts).sorted { left, right in
            left.kind == right.kind ? left.figures.lexicographicallyPrecedes(right.figures) : left.kind < right.kind
        }
        var numbers: [String: Int] = [:]
        var byFigure = [[Int]](repeating: [], count: network.figures.count)
        for (number, conflict) in conflicts.enumerated() {
            numbers[conflict.id] = number
            for figure in conflict.figures { byFigure[figure].append(number) }
        }
        conflictsByFigure = byFigure
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

    private static func parts(of network: Network, _ limits: Limits, _ count: Int) -> [ComponentWeighing] {
        let components = network.components
        // Nothing is to be weighed of one statistic without relations, but its own figures.
        let sizes = components.map { component in
            component.constraints.count + component.nodes.count
                + component.nodes.reduce(0) { $0 + network.nodes[$1].figures.count }
        }
        let weigh = { (places: [Int], shares: [Int]) -> [ComponentWeighing] in
            Parallel.map(places.count, by: count) { range in
                range.map { ComponentWeighing(network, components[places[$0]], steps: Steps(shares[$0])) }
            }.flatMap { $0 }
        }
        let size = Int128(max(sizes.reduce(0, +), 1))
        let shares = sizes.map { min(limits.steps($0), Int(Int128(limits.most) * Int128($0) / size)) }
        var parts = weigh(Array(components.indices), shares)
        // What is left goes to those that are nearest to an end, so that some come to it.
        let unfinished = parts.indices.filter { parts[$0].isUnfinished && shares[$0] < limits.steps(sizes[$0]) }
        let pool = limits.most - parts.reduce(0) { $0 + $1.spent }
        let fair = unfinished.isEmpty ? 0 : pool / unfinished.count
        var (left, places, more) = (pool, [Int](), [Int]())
        for place in unfinished.sorted(by: { (sizes[$0], $0) < (sizes[$1], $1) }) {
            let share = min(max(fair, 4 * shares[place]), limits.steps(sizes[place]), left)
            guard share > shares[place] else { continue }
            places.append(place)
            more.append(share)
            left -= share
        }
        for (place, part) in zip(places, weigh(places, more)) { parts[place] = part }
        return parts
    }

    /// The conflicts that a figure is part of, by their numbers.
    package func conflicts(of figure: Int) -> [Int] {
        conflictsByFigure.indices.contains(figure) ? conflictsByFigure[figure] : []
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
