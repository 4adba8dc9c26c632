/// Tests relations against the statistics and events of a dataset.
package struct Checker: Sendable {
    /// The most readings that one relation may have.
    package static let readingLimit = 1_000

    /// The most figures that the readings of all relations of a dataset may have together, and with them the citations
    /// that checks take over from what they compare.
    package static let figureLimit = 100_000

    private let statistics: [String: Statistic]
    private let events: [String: Event]
    /// The claims of each statistic that take part in checks.
    private let standing: [String: [Claim]]

    package init(statistics: [Statistic], events: [Event] = []) {
        self.statistics = Dictionary(statistics.map { ($0.id, $0) }) { first, _ in first }
        self.events = Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
        standing = self.statistics.mapValues(\.standingClaims)
    }

    /// Every reading of the relation, and the verdict. An id that is not in the dataset makes the check `unresolved`. One
    /// claim alone agrees with all that there are: that check is `consistent`, and has no reading.
    package func check(_ relation: Relation) -> Check {
        if let claim = loneClaim(of: relation) {
            return Check(relation: relation, verdict: .consistent, citations: places(of: relation) + [claim.citation])
        }
        let readings =
            switch relation.constraint {
            case .editorial: [Reading]()
            case .within(let within): readings(of: within, in: relation)
            case .equation(let equation) where equation.form == .same: pairs(of: equation, in: relation)
            case .equation(let equation): combinations(of: equation, in: relation)
            }
        let citations = places(of: relation) + citations(of: readings, of: relation)
        if case .editorial(let editorial) = relation.constraint {
            return Check(relation: relation, verdict: editorial.verdict, citations: citations)
        }
        return Check(relation: relation, readings: readings, citations: citations)
    }

    /// The only claim of what all claims are to agree on; nil for none or several, and for other relations.
    private func loneClaim(of relation: Relation) -> Claim? {
        guard relation.constraint.kind == .same else { return nil }
        let claims = relation.statistics.flatMap(claims(of:))
        return claims.count == 1 ? claims.first : nil
    }

    /// Of each claim once, those too that say what a reading says already.
    private func citations(of readings: [Reading], of relation: Relation) -> [Citation] {
        guard relation.constraint.equation != nil, !readings.isEmpty else { return [] }
        var seen: Set<String> = []
        let claims = readings.flatMap(\.sides).flatMap { $0 } + relation.statistics.flatMap(claims(of:))
        return claims.compactMap { seen.insert($0.id).inserted ? $0.citation : nil }
    }

    private func places(of relation: Relation) -> [Citation] {
        switch relation.constraint {
        case .editorial(let editorial): relation.citations + editorial.sides.flatMap(\.citations)
        case .within where relation.citations.isEmpty:
            relation.statistics.flatMap { statistics[$0]?.citations ?? [] }
                + relation.events.flatMap { events[$0]?.citations ?? [] }
        default: relation.citations
        }
    }

    /// How many readings the relation has.
    package func readingCount(of relation: Relation) -> Int {
        if relation.constraint.kind == .same {
            let count = relation.statistics.reduce(0) { $0 + claims(of: $1).count }
            return count * (count - 1) / 2
        }
        return relation.statistics.reduce(1) { product, id in
            let (count, overflow) = product.multipliedReportingOverflow(by: claims(of: id).count)
            return overflow ? .max : count
        }
    }

    /// How many figures its readings have together, and how many citations its check takes over.
    package func figureCount(of relation: Relation) -> Int {
        switch relation.constraint {
        case .editorial: return 0
        case .within where relation.citations.isEmpty:
            return relation.statistics.reduce(0) { $0 + (statistics[$1]?.citations.count ?? 0) }
                + relation.events.reduce(0) { $0 + (events[$1]?.citations.count ?? 0) }
        case .within: return 0
        case .equation(let equation):
            let figures = equation.form == .same ? 2 : equation.sides.reduce(0) { $0 + $1.count }
            let (count, overflow) = readingCount(of: relation).multipliedReportingOverflow(by: figures)
            return overflow ? .max : count
        }
    }

    private func claims(of statistic: String) -> [Claim] { standing[statistic] ?? [] }

    private func pairs(of equation: Equation, in relation: Relation) -> [Reading] {
        let claims = relation.statistics.flatMap(claims(of:))
        return claims.indices.flatMap { first in
            claims[(first + 1)...].compactMap { other in
                let label: Reading.Label = claims[first].source == other.source ? .oneSource : .betweenSources
                return reading(of: equation, sides: [[claims[first]], [other]], label, in: relation)
            }
        }
    }

    private func combinations(of equation: Equation, in relation: Relation) -> [Reading] {
        let ids = relation.statistics
        let choices = Choices(ids.map(claims(of:)))
        guard choices.count <= Checker.readingLimit else { return [] }
        let places = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
        let sides = equation.sides.map { $0.compactMap { places[$0] } }
        var heard: Set<Hearing> = []
        return (0..<choices.count).compactMap { number in
            let choice = choices[number]
            let hearing = choices.hearing(of: choice)
            if hearing.passedOver == 0, hearing.isRepetition || !heard.insert(hearing).inserted { return nil }
            return reading(
                of: equation, sides: sides.map { side in side.map { choices.claim($0, in: choice) } },
                hearing.label, passingOver: hearing.passedOver, in: relation)
        }
    }

    private func reading(
        of equation: Equation, sides: [[Claim]], _ label: Reading.Label,
        passingOver passedOver: Int = 0, in relation: Relation
    ) -> Reading? {
        let amounts = sides.map { $0.map { Amount($0.quantity) }.reduce(.zero, +) }
        guard let comparison = equation.comparison(of: amounts) else { return nil }
        let verdict = softened(comparison.verdict, by: relation.comparability)
        return Reading(
            sides: sides, label: label, passedOver: passedOver, stated: .amount(comparison.stated),
            computed: .amount(comparison.computed),
            difference: relation.comparability == nil ? comparison.stated - comparison.computed : nil,
            miss: relation.comparability == nil ? comparison.miss : nil, verdict: verdict)
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
                sides: [], label: .main, passedOver: 0, stated: .period(outer), computed: .period(inner),
                difference: relation.comparability == nil ? difference : nil,
                miss: relation.comparability == nil ? difference?.interval.positive : nil, verdict: verdict)
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
}
