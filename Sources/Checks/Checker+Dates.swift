import Evidence

/// Relations of dates, which no claim speaks of.
extension Checker {
    func readings(of within: Within, in relation: Relation) -> [Reading] {
        guard let inner = dating(of: within.inner), let outer = dating(of: within.outer) else { return [] }
        let (verdict, overshoot) = within.compare(inner: inner, outer: outer)
        return [
            reading(
                in: relation, of: [within.inner, within.outer], stated: outer, computed: inner, miss: overshoot, verdict
            )
        ]
    }

    func readings(of before: Before, in relation: Relation) -> [Reading] {
        guard let earlier = dating(of: before.earlier), let later = dating(of: before.later) else { return [] }
        let (verdict, miss) = before.compare(earlier: earlier, later: later)
        return [
            reading(
                in: relation, of: [before.earlier, before.later], stated: later, computed: earlier, miss: miss, verdict)
        ]
    }

    private func reading(
        in relation: Relation, of operands: [Within.Operand], stated: Dating, computed: Dating, miss: Interval?,
        _ verdict: Verdict
    ) -> Reading {
        let datedBy = sources(of: operands, in: relation)
        let miss = relation.comparability == nil ? miss : nil
        return Reading(
            sides: [], datedBy: datedBy, label: Reading.Label(datedBy: datedBy), stated: .period(stated.date),
            computed: .period(computed.date),
            difference: miss.map { Amount(point: $0.low == $0.high ? $0.low : nil, interval: $0) }, miss: miss,
            verdict: softened(verdict, by: relation.comparability))
    }

    /// What has a date, with what the date says of it.
    func dating(of operand: Within.Operand) -> Dating? {
        switch operand {
        case .statistic(let id): statistics[id].map { Dating($0.period, .whole) }
        case .event(let id): events[id].map { Dating($0.date, .someDay) }
        }
    }

    func citations(of operand: Within.Operand) -> [Citation] {
        switch operand {
        case .statistic(let id): statistics[id]?.citations ?? []
        case .event(let id): events[id]?.citations ?? []
        }
    }

    /// Returns the sources that tell the dates of the operands, each once; of several for one date, those that the relation
    /// names.
    func sources(of operands: [Within.Operand], in relation: Relation) -> [String] {
        let cited = Set(relation.citations.map(\.source))
        return operands.flatMap { operand in
            let sources = sources(of: operand)
            let named = sources.filter(cited.contains)
            return named.isEmpty ? sources : named
        }.uniqued()
    }

    /// How many claims and citations are gone through for who tells the dates that a relation compares.
    func tellerCount(of relation: Relation) -> Int {
        let dated = relation.constraint.dated + (relation.constraint.equation?.days.map(\.operand) ?? [])
        return dated.reduce(0) { count, operand in
            switch operand {
            case .event(let id): count + (events[id]?.sources.count ?? 0)
            case .statistic(let id): count + (statistics[id].map { $0.claims.count + $0.citations.count } ?? 0)
            }
        }
    }

    /// Returns the sources of a date: of a period, or where nothing says that it is printed elsewhere, of the figures for it.
    private func sources(of operand: Within.Operand) -> [String] {
        switch operand {
        case .event(let id): return events[id]?.sources ?? []
        case .statistic(let id):
            let places = citations(of: operand).map(\.source)
            return places.isEmpty ? statistics[id]?.standingClaims.map(\.source) ?? [] : places
        }
    }
}

extension Reading.Label {
    /// The label of a reading that compares dates which these sources tell.
    init(datedBy sources: [String]) {
        self = sources.count > 1 ? .betweenSources : .oneSource
    }
}
