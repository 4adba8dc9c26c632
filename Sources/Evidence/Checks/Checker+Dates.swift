/// Relations of dates, which no claim speaks of.
extension Checker {
    func readings(of within: Within, in relation: Relation) -> [Reading] {
        guard let inner = period(of: within.inner), let outer = period(of: within.outer) else { return [] }
        let result = within.compare(inner: inner, outer: outer)
        let difference = result.overshoot.map { days in
            Amount(point: days.low == days.high ? days.low : nil, interval: days)
        }
        return [
            Reading(
                sides: [], label: .main, stated: .period(outer), computed: .period(inner),
                difference: relation.comparability == nil ? difference : nil,
                miss: relation.comparability == nil ? difference?.interval.positive : nil,
                verdict: softened(result.verdict, by: relation.comparability))
        ]
    }

    func readings(of before: Before, in relation: Relation) -> [Reading] {
        guard let earlier = dating(of: before.earlier), let later = dating(of: before.later) else { return [] }
        let result = before.compare(earlier: earlier, later: later)
        let miss = relation.comparability == nil ? result.miss : nil
        return [
            Reading(
                sides: [], label: .main, stated: .period(later.date), computed: .period(earlier.date),
                difference: miss.map { Amount(point: $0.low == $0.high ? $0.low : nil, interval: $0) }, miss: miss,
                verdict: softened(result.verdict, by: relation.comparability))
        ]
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

    private func period(of operand: Within.Operand) -> EDTF? {
        switch operand {
        case .statistic(let id): statistics[id]?.period
        case .event(let id): events[id]?.date
        }
    }
}
