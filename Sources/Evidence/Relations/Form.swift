/// A kind of arithmetic between statistics: the names of its sides, how they are computed, and how they must relate to
/// each other. This is the only place that defines it; the loader, the words, the tables, the lessons and the pictures
/// all ask here.
package struct Form: Hashable, Sendable {
    /// The name of a side in `relations.json` and in answers.
    package enum SideName: String, CaseIterable, Sendable {
        case statistic, parts, whole, earlier, later, share, base, count
    }

    /// One side of the arithmetic: a sum of statistics.
    package struct Side: Hashable, Sendable {
        package let name: SideName
        /// The minimum number of statistics; nil for a side that is a single id and not a list.
        package let fewest: Int?
        /// The kind that the unit of the statistics must have; nil for any. A percentage has a unit of its own, and all
        /// other sides share one.
        package let unitKind: UnitKind?

        fileprivate static func one(_ name: SideName, _ unitKind: UnitKind? = nil) -> Side {
            Side(name: name, fewest: nil, unitKind: unitKind)
        }

        fileprivate static func list(_ name: SideName, atLeast fewest: Int = 1, _ unitKind: UnitKind? = nil) -> Side {
            Side(name: name, fewest: fewest, unitKind: unitKind)
        }
    }

    package let kind: Relation.Kind
    /// The sides. The last is what a source states; those before it are computed.
    package let sides: [Side]
    package let sign: Comparison.Sign
    package let failure: Relation.Failure

    /// Whether the sides must be equal, rather than one at most the other.
    package var isEquality: Bool { sign == .equal }

    /// Whether a side may be a sum of several statistics.
    package var addsUp: Bool { sides.contains { $0.fewest != nil } }

    /// Whether the computed value is a percentage of something: the first side, taken of the second.
    package var isPercentage: Bool { sides.first?.unitKind == .percentage }

    /// All claims of one statistic agree. Its readings are the pairs of claims.
    package static let same = Form(kind: .same, sides: [.one(.statistic)], sign: .equal, failure: .conflictingValues)

    /// The parts add up to the whole.
    package static let sum = Form(
        kind: .sum, sides: [.list(.parts, atLeast: 2), .list(.whole)], sign: .equal, failure: .sumMismatch)

    /// The part, or several parts together, are at most the whole; the rest is the remainder.
    package static let part = Form(
        kind: .part, sides: [.list(.parts), .list(.whole)], sign: .atMost, failure: .partExceedsWhole)

    /// A later count of the same thing is at least the earlier one.
    package static let cumulative = Form(
        kind: .cumulative, sides: [.list(.earlier), .list(.later)], sign: .atMost, failure: .countDecreases)

    /// The printed percentage of the base equals the stated count.
    package static let share = Form(
        kind: .share,
        sides: [.one(.share, .percentage), .list(.base, .count), .list(.count, .count)],
        sign: .equal, failure: .shareMismatch)
}

extension Relation.Kind {
    /// The form of the kind; nil for the kinds that are not arithmetic between statistics.
    package var form: Form? {
        switch self {
        case .same: .same
        case .sum: .sum
        case .part: .part
        case .cumulative: .cumulative
        case .share: .share
        case .within, .editorial: nil
        }
    }
}
