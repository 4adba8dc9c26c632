/// A date, and what it says of that which has it.
package struct Dating: Hashable, Sendable {
    /// What a date that is not a day says.
    package enum Sense: Hashable, Sendable {
        /// “Some day of 1847”: the date of an event.
        case someDay
        /// “All of 1847”: the period of a statistic.
        case whole
    }

    package let date: EDTF
    package let sense: Sense

    package init(_ date: EDTF, _ sense: Sense) {
        self.date = date
        self.sense = sense
    }

    /// The days on which it can begin.
    package var start: DatedEnd {
        end(date.start) { PossibleDays(first: $0.earliest, last: sense == .whole ? $0.earliest : $0.latest, $0.reach) }
    }

    /// The days on which it can end.
    package var end: DatedEnd {
        end(date.end) { PossibleDays(first: sense == .whole ? $0.latest : $0.earliest, last: $0.latest, $0.reach) }
    }

    private func end(_ endpoint: EDTF.Endpoint, _ days: (EDTFDate) -> PossibleDays) -> DatedEnd {
        switch endpoint {
        case .date(let date): .days(days(date))
        case .open: .open
        case .unknown: .unknown
        }
    }
}

/// One end of something dated.
package enum DatedEnd: Hashable, Sendable {
    case days(PossibleDays)
    /// There is no bound.
    case open
    /// There is a bound, but it is not known.
    case unknown
}

/// The days on which one end of something dated can be, as ordinals of `CalendarDay`.
package struct PossibleDays: Hashable, Sendable {
    /// The first and the last day that the date means; nil for one without bound.
    package let first, last: Int?
    /// By how many days it may be missed on either side; 0 unless the date is qualified.
    package let reach: Int

    package init(first: Int?, last: Int?, reach: Int) {
        self.first = first
        self.last = last
        self.reach = reach
    }

    fileprivate init(first: CalendarDay, last: CalendarDay, _ reach: Int) {
        self.init(first: first.ordinal, last: last.ordinal, reach: reach)
    }

    /// From the first to the last of them, the reach included.
    package var interval: Interval {
        Interval(first.map { Number(Int64($0 - reach)) }, last.map { Number(Int64($0 + reach)) })
    }
}
