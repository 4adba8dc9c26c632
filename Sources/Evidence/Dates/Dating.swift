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
        if let set = date.set, set.choice == .oneOf { return .days(set.starts(sense)) }
        return end(date.start) {
            PossibleDays(first: $0.earliest, last: sense == .whole ? $0.earliest : $0.latest, $0.reach)
        }
    }

    /// The days on which it can end.
    package var end: DatedEnd {
        if let set = date.set, set.choice == .oneOf { return .days(set.ends(sense)) }
        return end(date.end) {
            PossibleDays(first: sense == .whole ? $0.latest : $0.earliest, last: $0.latest, $0.reach)
        }
    }

    private func end(_ endpoint: EDTF.Endpoint, _ days: (EDTFDate) -> PossibleDays) -> DatedEnd {
        switch endpoint {
        case .date(let date): .days(days(date))
        case .open: .open
        case .unknown: .unknown
        }
    }

    /// The days of which it is one, as stretches of ordinals in no order; nil where all days between its start and its
    /// end may be meant.
    var stretches: [ClosedRange<Int>]? {
        guard sense == .someDay else { return nil }
        guard let set = date.set else {
            guard date.start == date.end, let date = date.start.date else { return nil }
            let stretches = date.stretches
            return stretches.count > 1 ? stretches : nil
        }
        return set.choice == .oneOf ? set.stretches : nil
    }
}

extension EDTFSet {
    /// The days on which that which is one of its dates can begin.
    fileprivate func starts(_ sense: Dating.Sense) -> PossibleDays {
        guard sense == .whole else { return days }
        return PossibleDays(
            first: days.first, last: elements.map { $0.end.date?.earliest.ordinal }.greatest, reach: reach)
    }

    /// The days on which that which is one of its dates can end.
    fileprivate func ends(_ sense: Dating.Sense) -> PossibleDays {
        guard sense == .whole else { return days }
        let first = elements.map { $0.start.date.map { -$0.latest.ordinal } }.greatest.map { -$0 }
        return PossibleDays(first: first, last: days.last, reach: reach)
    }

    private var days: PossibleDays {
        let (start, end) = bounds
        return PossibleDays(first: start.date?.earliest.ordinal, last: end.date?.latest.ordinal, reach: reach)
    }

    private var reach: Int {
        elements.flatMap { [$0.start.date, $0.end.date] }.compactMap { $0?.reach }.max() ?? 0
    }

    fileprivate var stretches: [ClosedRange<Int>]? {
        var stretches: [ClosedRange<Int>] = []
        for element in elements {
            guard let start = element.start.date, let end = element.end.date else { return nil }
            stretches +=
                start == end
                ? start.stretches : [start.earliest.ordinal...max(start.earliest.ordinal, end.latest.ordinal)]
        }
        return stretches
    }
}

extension [Int?] {
    /// The greatest; nil where one of them is nil, which has no bound.
    fileprivate var greatest: Int? { contains(nil) ? nil : compactMap { $0 }.max() }
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

    /// The same days counted backwards, so that what holds of ends holds of starts.
    var mirrored: PossibleDays { PossibleDays(first: last.map { -$0 }, last: first.map { -$0 }, reach: reach) }
}
