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
    /// Every place that speaks to it, each once: of its claims, of the editor's sides, of the relation itself; of the
    /// periods compared where the relation names none.
    package let citations: [Citation]

    /// A discrepancy has the id of its check.
    package var id: String { check.id }
    package var verdict: Verdict { check.verdict }
    package var title: LocalizedText { check.relation.title }

    /// The ids of the claims of all readings, each once.
    package var claims: [String] {
        check.readings.flatMap(\.claims).uniqued()
    }

    /// By how much the deciding reading misses, without sign; nil where the sides cannot be subtracted.
    package var difference: Difference? {
        guard let reading = check.deciding, let amount = reading.difference else { return nil }
        let magnitude = amount.interval.magnitude
        var relative: Number?
        if case .amount(let stated) = reading.stated, let whole = stated.point, let point = amount.point {
            relative = point.magnitude.divided(by: whole, places: 4)
        }
        return Difference(
            absolute: amount.point?.magnitude, low: magnitude.low, high: magnitude.high, relative: relative)
    }

    /// The size of a miss, in the unit of the statistics, or in days between periods.
    package struct Difference: Hashable, Sendable {
        package let absolute, low, high: Number?
        /// Of the stated figure: a ratio to four decimals.
        package let relative: Number?

        package init(absolute: Number?, low: Number?, high: Number?, relative: Number?) {
            self.absolute = absolute
            self.low = low
            self.high = high
            self.relative = relative
        }
    }

    /// nil for a check that plainly holds, and for a relation that lacks its explanation or question.
    package init?(_ check: Check, statistics: [String: Statistic], events: [String: Event]) {
        let relation = check.relation
        guard check.verdict != .consistent, let explanation = relation.explanation, let question = relation.question
        else { return nil }
        self.check = check
        self.explanation = explanation
        self.question = question
        kind = Kind(relation.constraint)
        var places = relation.citations
        if case .editorial(let editorial) = relation.constraint { places += editorial.sides.flatMap(\.citations) }
        if case .within = relation.constraint, places.isEmpty {
            places += relation.statistics.flatMap { statistics[$0]?.citations ?? [] }
            places += relation.events.flatMap { events[$0]?.citations ?? [] }
        }
        places += check.readings.flatMap(\.sides).joined().map(\.citation)
        citations = places.uniqued()
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
