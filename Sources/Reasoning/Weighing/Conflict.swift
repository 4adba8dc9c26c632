/// A minimal set of figures that cannot all be right.
package struct Conflict: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Comparable, Sendable {
        /// Several relations say so together, and no single check shows it.
        case relations
        /// One relation says so.
        case relation
        /// Figures of one statistic exclude each other: all of those that exclude any are one record.
        case values

        package static func < (left: Kind, right: Kind) -> Bool {
            allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
        }
    }

    /// The same as long as the statistics, and the intervals of their figures, are the same.
    package let id: String
    package let kind: Kind
    /// The numbers of the figures, ascending. None where the relations cannot hold together, whatever the figures.
    package let figures: [Int]
    /// The numbers of relations that say so, a minimal set; where single ones do, all of these. None of `values`.
    package let constraints: [Int]
    /// Whether no other figures of these statistics fit together either.
    package let isUnavoidable: Bool
    /// Whether nobody says all of these figures: of each source that says some, another figure is passed over.
    package let isMixed: Bool
    /// The arithmetic, a relation a step; none of `values`, and where the relations say it only all at once.
    package let steps: [ConflictStep]

    /// The sets of which none can be right together: one of relations, pairs of figures of one statistic.
    func sets(in network: Network) -> [[Int]] {
        guard kind == .values else { return [figures] }
        return figures.flatMap { one in
            figures.filter { $0 > one && !network.figures[one].range.overlaps(network.figures[$0].range) }.map {
                [one, $0]
            }
        }
    }
}
