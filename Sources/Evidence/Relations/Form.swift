/// A kind of arithmetic between statistics: the names of its sides, what they are compared by, and how it fails. This is the
/// only place that defines it; the loader, the words, the tables, the lessons and the pictures all ask here.
package struct Form: Hashable, Sendable {
    /// The name of a side in `relations.json` and in answers.
    package enum SideName: String, CaseIterable, Sendable {
        case statistic, parts, whole, earlier, later, share, base, count, before, change, after
        /// A term of a formula, which has a name of its own.
        case terms
    }

    /// One side of the arithmetic: a sum of statistics.
    package struct Side: Hashable, Sendable {
        package let name: SideName
        /// The name of a formula's term; nil for the sides of all other kinds.
        package let term: String?
        /// The minimum number of statistics; nil for a side that is a single id and not a list.
        package let fewest: Int?
        /// The kind that the unit of the statistics must have; nil for any. A percentage has a unit of its own, and the
        /// figures of all other sides are brought into one.
        package let unitKind: UnitKind?

        fileprivate static func one(_ name: SideName, _ unitKind: UnitKind? = nil, term: String? = nil) -> Side {
            Side(name: name, term: term, fewest: nil, unitKind: unitKind)
        }

        fileprivate static func list(_ name: SideName, atLeast fewest: Int = 1) -> Side {
            Side(name: name, term: nil, fewest: fewest, unitKind: nil)
        }
    }

    package let kind: Relation.Kind
    /// The sides. The last is what a source states, except in a formula; those before it are computed.
    package let sides: [Side]
    /// What must hold; its terms are the sides, and after them the days of a formula.
    package let formula: Formula
    package let failure: Relation.Failure

    private init(_ kind: Relation.Kind, _ sides: [Side], _ formula: Formula, _ failure: Relation.Failure) {
        self.kind = kind
        self.sides = sides
        self.formula = formula
        self.failure = failure
    }

    package var sign: Comparison.Sign { formula.sign }

    /// Whether what a source states stands before the sign, and behind it something else: `men = wagons * 40`.
    package var isMirrored: Bool { isSide(formula.left) && !isSide(formula.right) }

    /// What is worked out, how it must stand to what is stated, and that, on whichever side of the formula they are. Where
    /// neither side is a figure by itself, or both are, the one before the sign takes the place of what is worked out.
    package var explained: (computed: Expression, sign: Comparison.Sign, stated: Expression) {
        isMirrored ? (formula.right, sign.mirrored, formula.left) : (formula.left, sign, formula.right)
    }

    /// Whether what a difference is a part of is what sources state, and not arithmetic or a number of the editor's.
    package var statesFigure: Bool { kind == .same || isSide(explained.stated) }

    /// Whether it is one of the sides by itself.
    private func isSide(_ expression: Expression) -> Bool {
        if case .term(let place) = expression { sides.indices.contains(place) } else { false }
    }

    /// Whether the sides must be equal, rather than one at most the other.
    package var isEquality: Bool { sign == .equal }

    /// Whether the computed value is a product of sides, and no sum.
    package var isProduct: Bool { sides.contains { $0.unitKind == .percentage } }

    /// Whether a side may be a sum of several statistics.
    package var addsUp: Bool { sides.contains { $0.fewest != nil } }

    /// All claims of one statistic agree. Its readings are the pairs of claims: the first of two is what the other is
    /// measured by.
    package static let same = Form(
        .same, [.one(.statistic)], Formula(.term(0), .equal, .term(1)), .conflictingValues)

    /// The parts add up to the whole.
    package static let sum = Form(
        .sum, [.list(.parts, atLeast: 2), .list(.whole)], Formula(.term(0), .equal, .term(1)), .sumMismatch)

    /// The part, or several parts together, are at most the whole; the rest is the remainder.
    package static let part = Form(
        .part, [.list(.parts), .list(.whole)], Formula(.term(0), .atMost, .term(1)), .partExceedsWhole)

    /// A later count of the same thing is at least the earlier one.
    package static let cumulative = Form(
        .cumulative, [.list(.earlier), .list(.later)], Formula(.term(0), .atMost, .term(1)), .countDecreases)

    /// The printed percentage of the base equals the stated count.
    package static let share = Form(
        .share, [.one(.share, .percentage), .list(.base), .list(.count)],
        Formula(.product(.percent(.term(0)), .term(1)), .equal, .term(2)), .shareMismatch)

    /// What was there before, changed by so many per cent of it, is what was there after; a fall is below zero.
    package static let change = Form(
        .change, [.list(.before), .one(.change, .percentage), .list(.after)],
        Formula(.product(.term(0), .percent(.sum([.number(100), .term(1)]))), .equal, .term(2)), .changeMismatch)

    /// Anything else; `terms` are the names of the statistics in it.
    package static func formula(_ formula: Formula, terms: [String]) -> Form {
        Form(.formula, terms.map { .one(.terms, term: $0) }, formula, .formulaMismatch)
    }
}

extension Relation.Kind {
    /// The form of the kind; nil for the kinds that have none of their own.
    package var form: Form? {
        switch self {
        case .same: .same
        case .sum: .sum
        case .part: .part
        case .cumulative: .cumulative
        case .share: .share
        case .change: .change
        case .within, .before, .formula, .editorial: nil
        }
    }
}
