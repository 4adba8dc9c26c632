/// A check that does not plainly hold, or a conflict written by the editor.
package struct Discrepancy: Hashable, Sendable {
    /// How the relation fails.
    package enum Kind: String, CaseIterable, Sendable {
        case conflictingValues = "conflicting-values"
        case sumMismatch = "sum-mismatch"
        case partExceedsWhole = "part-exceeds-whole"
        case countDecreases = "count-decreases"
        case shareMismatch = "share-mismatch"
        case periodConflict = "period-conflict"
        case textual
        case legal
    }

    package let check: Check
    package let kind: Kind
    package let explanation: LocalizedText
    package let question: LocalizedText

    /// A discrepancy has the id of its check.
    package var id: String { check.id }
    package var verdict: Verdict { check.verdict }
    package var title: LocalizedText { check.relation.title }
    package var citations: [Citation] { check.citations }

    /// The ids of the claims of all readings, each once.
    package var claims: [String] {
        check.readings.flatMap(\.claims).uniqued()
    }

    /// By how much the deciding reading misses; nil where the sides cannot be subtracted.
    package var difference: Difference? {
        guard let reading = check.deciding, let amount = reading.difference else { return nil }
        if case .amount(let stated) = reading.stated { return Difference(amount, of: stated) }
        return Difference(amount, of: nil)
    }

    /// nil for a check that plainly holds, and for a relation that lacks its explanation or question.
    package init?(_ check: Check) {
        let relation = check.relation
        guard check.verdict != .consistent, let explanation = relation.explanation, let question = relation.question
        else { return nil }
        self.check = check
        self.explanation = explanation
        self.question = question
        kind = Kind(relation.constraint)
    }
}

extension Discrepancy.Kind {
    fileprivate init(_ constraint: Relation.Constraint) {
        self =
            switch constraint {
            case .same: .conflictingValues
            case .sum: .sumMismatch
            case .part: .partExceedsWhole
            case .cumulative: .countDecreases
            case .share: .shareMismatch
            case .within: .periodConflict
            case .editorial(let editorial): editorial.conflict == .legal ? .legal : .textual
            }
    }
}
