package import Evidence

/// A check that does not plainly hold, or a conflict written by the editor.
package struct Discrepancy: Hashable, Sendable {
    /// How the relation fails.
    package typealias Kind = Relation.Failure

    package let check: Check
    package let kind: Kind
    package let explanation: LocalizedText
    package let question: LocalizedText

    /// A discrepancy has the id of its check.
    package var id: String { check.id }
    package var verdict: Verdict { check.verdict }
    package var title: LocalizedText { check.relation.title }
    package var citations: [Citation] { check.citations }

    /// The ids of the claims that take part, each once.
    package var claims: [String] { check.claims.map(\.id) }

    /// By how much the deciding reading misses; nil where the sides cannot be subtracted.
    package var difference: Difference? {
        guard let reading = check.deciding, let amount = reading.difference else { return nil }
        let isStated = check.relation.constraint.equation?.form.statesFigure ?? false
        if isStated, case .amount(let stated) = reading.stated {
            return Difference(amount, missing: reading.miss, of: stated)
        }
        return Difference(amount, missing: reading.miss, of: nil)
    }

    /// nil for a check that plainly holds or that nothing tests, and for a relation that lacks its explanation or question.
    package init?(_ check: Check) {
        let relation = check.relation
        guard check.verdict != .consistent, !check.isUntested, let explanation = relation.explanation,
            let question = relation.question
        else { return nil }
        self.check = check
        self.explanation = explanation
        self.question = question
        kind = Kind(relation.constraint)
    }
}

extension Relation.Failure {
    fileprivate init(_ constraint: Relation.Constraint) {
        self =
            switch constraint {
            case .equation(let equation): equation.form.failure
            case .within: .periodConflict
            case .before: .orderConflict
            case .editorial(let editorial): editorial.conflict == .legal ? .legal : .textual
            }
    }
}
