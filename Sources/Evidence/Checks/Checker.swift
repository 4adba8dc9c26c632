/// Tests relations against the statistics and events of a dataset.
package struct Checker: Sendable {
    /// The most readings that one relation may have.
    package static let readingLimit = 1_000

    private let statistics: [String: Statistic]
    private let events: [String: Event]

    package init(statistics: [Statistic], events: [Event] = []) {
        self.statistics = Dictionary(statistics.map { ($0.id, $0) }) { first, _ in first }
        self.events = Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Every reading of the relation, and the verdict. An id that is not in the dataset makes the check `unresolved`.
    package func check(_ relation: Relation) -> Check {
        switch relation.constraint {
        case .editorial(let editorial):
            Check(relation: relation, verdict: editorial.verdict)
        case .within(let within):
            Check(relation: relation, readings: readings(of: within, in: relation))
        case .same(let same):
            Check(relation: relation, readings: pairs(of: same, in: relation))
        default:
            Check(relation: relation, readings: combinations(of: relation))
        }
    }

    /// How many readings the relation has.
    package func readingCount(of relation: Relation) -> Int {
        if case .same(let same) = relation.constraint {
            let count = claims(of: same.statistic).count
            return count * (count - 1) / 2
        }
        return relation.statistics.reduce(1) { product, id in
            let (count, overflow) = product.multipliedReportingOverflow(by: claims(of: id).count)
            return overflow ? .max : count
        }
    }

    private func claims(of statistic: String) -> [Claim] {
        statistics[statistic]?.standingClaims ?? []
    }

    private func pairs(of same: Same, in relation: Relation) -> [Reading] {
        let claims = claims(of: same.statistic)
        return claims.indices.flatMap { first in
            claims[(first + 1)...].compactMap { other in
                let label: Reading.Label = claims[first].source == other.source ? .oneSource : .betweenSources
                return reading(of: same, sides: [[claims[first]], [other]], label, in: relation)
            }
        }
    }

    private func combinations(of relation: Relation) -> [Reading] {
        guard let constraint = relation.constraint.numeric else { return [] }
        let ids = relation.statistics
        var choices: [[String: Claim]] = [[:]]
        for id in ids {
            let claims = claims(of: id)
            guard choices.count * claims.count <= Checker.readingLimit else { return [] }
            choices = choices.flatMap { choice in claims.map { choice.merging([id: $0]) { _, new in new } } }
        }
        return choices.compactMap { choice in
            let sides = constraint.sides.map { $0.compactMap { choice[$0] } }
            return reading(of: constraint, sides: sides, label(of: ids.compactMap { choice[$0] }), in: relation)
        }
    }

    private func reading(
        of constraint: any NumericConstraint, sides: [[Claim]], _ label: Reading.Label, in relation: Relation
    ) -> Reading? {
        let amounts = sides.map { $0.map { Amount($0.quantity) }.reduce(.zero, +) }
        guard let comparison = constraint.comparison(of: amounts) else { return nil }
        let verdict = softened(comparison.verdict, by: relation.comparability)
        return Reading(
            sides: sides, label: label, stated: .amount(comparison.stated), computed: .amount(comparison.computed),
            difference: relation.comparability == nil ? comparison.stated - comparison.computed : nil, verdict: verdict)
    }

    private func readings(of within: Within, in relation: Relation) -> [Reading] {
        guard let inner = period(of: within.inner), let outer = period(of: within.outer) else { return [] }
        let result = within.compare(inner: inner, outer: outer)
        let verdict = softened(result.verdict, by: relation.comparability)
        let difference = result.overshoot.map { days in
            Amount(point: days.low == days.high ? days.low : nil, interval: days)
        }
        return [
            Reading(
                sides: [], label: .main, stated: .period(outer), computed: .period(inner),
                difference: relation.comparability == nil ? difference : nil, verdict: verdict)
        ]
    }

    private func period(of operand: Within.Operand) -> EDTF? {
        switch operand {
        case .statistic(let id): statistics[id]?.period
        case .event(let id): events[id]?.date
        }
    }

    private func softened(_ verdict: Verdict, by comparability: Relation.Comparability?) -> Verdict {
        verdict == .contradiction && comparability != nil ? .tension : verdict
    }

    /// The strand that the claims follow: each is of that strand, or answers a statistic for which it has no figure.
    private func label(of claims: [Claim]) -> Reading.Label {
        let coherent = claims.filter { leader in
            claims.allSatisfy { claim in
                leader.isSameStrand(as: claim)
                    || !self.claims(of: claim.statistic).contains { $0.isSameStrand(as: leader) }
            }
        }
        guard let strand = coherent.map(\.attribution).min(by: Claim.Attribution.precedes) else { return .mixed }
        if Set(claims.map(\.source)).count > 1 { return .betweenSources }
        return switch strand {
        case .main: .main
        case .otherData: .otherData
        case .officialData: .officialData
        case .estimate: .estimate
        }
    }
}

extension Claim {
    fileprivate func isSameStrand(as other: Claim) -> Bool {
        source == other.source && attribution == other.attribution
    }
}

extension Claim.Attribution {
    /// In the order of the declaration: main text first.
    fileprivate static func precedes(_ left: Claim.Attribution, _ right: Claim.Attribution) -> Bool {
        let order = allCases
        return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
}
