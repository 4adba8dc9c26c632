/// A declared constraint between statistics, or between dates; a class, since checks and lists hold the same one.
package final class Relation: Sendable {
    package let id: String
    package let title: LocalizedText
    /// The reason why the sides do not agree, if they do not; published with the discrepancy.
    package let explanation: LocalizedText?
    /// A question for the classroom, published with the discrepancy.
    package let question: LocalizedText?
    package let constraint: Constraint
    /// Set if the sides do not refer to exactly the same thing.
    package let comparability: Comparability?
    /// Whether the editor says that what is added up does not overlap, although the populations have different names.
    package let isDisjoint: Bool
    package let citations: [Citation]

    package init(
        id: String, title: LocalizedText, explanation: LocalizedText? = nil, question: LocalizedText? = nil,
        constraint: Constraint, comparability: Comparability? = nil, isDisjoint: Bool = false,
        citations: [Citation] = []
    ) {
        self.id = id
        self.title = title
        self.explanation = explanation
        self.question = question
        self.constraint = constraint
        self.comparability = comparability
        self.isDisjoint = isDisjoint
        self.citations = citations
    }

    /// Why the sides of a relation cannot be subtracted from each other. If they do not agree, the check is a `tension`
    /// and no difference is published.
    package struct Comparability: Hashable, Sendable {
        /// What is not the same on both sides.
        package enum Difference: String, CaseIterable, Sendable {
            case population, period, both
        }

        package let differs: Difference
        package let reason: LocalizedText

        package init(differs: Difference, reason: LocalizedText) {
            self.differs = differs
            self.reason = reason
        }
    }

    /// The condition that must hold.
    package enum Constraint: Hashable, Sendable {
        case equation(Equation)
        case within(Within)
        case before(Before)
        case editorial(Editorial)

        package var kind: Kind {
            switch self {
            case .equation(let equation): equation.form.kind
            case .within: .within
            case .before: .before
            case .editorial: .editorial
            }
        }

        /// Whether nothing is compared but dates.
        package var isOfDates: Bool {
            switch self {
            case .within, .before: true
            case .equation(let equation): equation.sides.allSatisfy(\.isEmpty)
            case .editorial: false
            }
        }

        /// What has the two dates that are compared; empty for the kinds that compare none.
        package var dated: [Within.Operand] {
            switch self {
            case .within(let within): [within.inner, within.outer]
            case .before(let before): [before.earlier, before.later]
            case .equation, .editorial: []
            }
        }

        /// The constraint as arithmetic between sums of claims; nil for the kinds that are not arithmetic.
        package var equation: Equation? {
            if case .equation(let equation) = self { equation } else { nil }
        }
    }

    package enum Kind: String, CaseIterable, Sendable {
        case same, sum, part, cumulative, share, change, within, before, formula, editorial
    }

    /// The ids of the statistics on all sides, in the order of declaration, as often as they are named.
    package var named: [String] {
        switch constraint {
        case .within, .before: constraint.dated.compactMap(\.statistic)
        case .editorial(let editorial): editorial.statistics
        case .equation(let equation): equation.sides.flatMap { $0 } + equation.days.compactMap(\.operand.statistic)
        }
    }

    /// The same, each once.
    package var statistics: [String] { named.uniqued() }

    /// The ids of the statistics whose figures are compared: those of them all that are not named for their periods.
    package var figures: [String] { constraint.equation.map { $0.sides.flatMap { $0 }.uniqued() } ?? [] }

    /// Everything whose date is compared, or stands in a formula.
    package var dated: [Within.Operand] { constraint.dated + (constraint.equation?.days.map(\.operand) ?? []) }

    /// The ids of the events whose dates are compared.
    package var events: [String] {
        dated.compactMap(\.event).uniqued()
    }
}

extension Relation: Hashable {
    package static func == (left: Relation, right: Relation) -> Bool {
        left === right
            || left.id == right.id && left.title == right.title && left.explanation == right.explanation
                && left.question == right.question && left.constraint == right.constraint
                && left.comparability == right.comparability && left.isDisjoint == right.isDisjoint
                && left.citations == right.citations
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
