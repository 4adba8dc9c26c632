/// A date, and what it says of that which has it.
package struct Dating: Hashable, Sendable {
    /// What a date that is not a day says.
    package enum Sense: Hashable, Sendable {
        /// “Some day of 1847”: the date of an event.
        case someDay
        /// “All of 1847”: the period of a statistic.
        case whole
    }

    /// What lies between two ends.
    enum Span {
        /// One day, which can be any of these.
        case day(PossibleDays)
        /// All days from the one end to the other.
        case days(from: DatedEnd, to: DatedEnd)
    }

    package let date: EDTF
    package let sense: Sense
    /// The ends of one of several dates; empty for any other. Each rests on all the dates, and many relations may ask.
    private var chosen: [DatedEnd] = []

    package init(_ date: EDTF, _ sense: Sense) {
        self.date = date
        self.sense = sense
        if let choice { chosen = [choice(\.start), choice(\.end)] }
    }

    /// The days on which it can begin.
    package var start: DatedEnd { chosen.first ?? ends(date.start, date.end).start }

    /// The days on which it can end.
    package var end: DatedEnd { chosen.last ?? ends(date.start, date.end).end }

    /// Whether it begins and ends on one and the same day, whichever that is.
    package var isOneDay: Bool {
        if let set = date.set { return sense == .someDay && set.choice == .oneOf }
        // “1847/1847” may begin on one day of the year and end on another.
        guard let day = date.start.date, date.start == date.end, !date.text.utf8.contains(UInt8(ascii: "/")) else {
            return false
        }
        return sense == .someDay || day.earliest == day.latest
    }

    /// What it consists of: each of several spans that can be any of others.
    var spans: [[Span]] {
        guard let set = date.set else { return [spans(from: date.start, to: date.end, isChoice: false)] }
        let isChoice = set.choice == .oneOf
        let spans = set.elements.map { self.spans(from: $0.start, to: $0.end, isChoice: isChoice) }
        return isChoice ? [spans.flatMap { $0 }] : spans
    }

    /// All days that it can mean; nil for an interval, whose ends may be unknown.
    var days: DayStretches? {
        if let set = date.set {
            return .union(
                set.elements.map { element in
                    if element.start == element.end, let date = element.start.date { return date.days }
                    return DayStretches(element.start.date?.earliest.ordinal, element.end.date?.latest.ordinal)
                })
        }
        return date.start == date.end ? date.start.date?.days : nil
    }

    /// Picks an end of the spans of which one is meant; nil where the date is no choice.
    private var choice: (((Span) -> DatedEnd) -> DatedEnd)? {
        guard date.set?.choice == .oneOf, let spans = spans.first else { return nil }
        let calendar = date.calendar
        return { end in
            let days = spans.compactMap { end($0).days }
            return .days(
                PossibleDays(.union(days.map(\.days)), reach: days.map(\.reach).max() ?? 0, calendar: calendar))
        }
    }

    private func spans(from start: EDTF.Endpoint, to end: EDTF.Endpoint, isChoice: Bool) -> [Span] {
        if start == end, let date = start.date {
            guard sense == .whole, !date.days.isHull else { return [.day(PossibleDays(date))] }
            return date.days.all.map { stretch in
                let ends = [stretch.first, stretch.last].map { day in
                    DatedEnd.days(PossibleDays(DayStretches(day, day), reach: date.reach, calendar: date.calendar))
                }
                return .days(from: ends[0], to: ends[1])
            }
        }
        guard isChoice else {
            let ends = ends(start, end)
            return [.days(from: ends.start, to: ends.end)]
        }
        let reach = max(start.date?.reach ?? 0, end.date?.reach ?? 0)
        let days = { (first: CalendarDay?, last: CalendarDay?, isHull: Bool) in
            let stretch = DayStretches.Stretch(first?.ordinal, last?.ordinal)
            return PossibleDays(DayStretches([stretch], isHull: isHull), reach: reach, calendar: date.calendar)
        }
        guard sense == .whole else { return [.day(days(start.date?.earliest, end.date?.latest, false))] }
        // Not every day begins a year.
        return [
            .days(
                from: .days(days(start.date?.earliest, end.date?.earliest, true)),
                to: .days(days(start.date?.latest, end.date?.latest, true)))
        ]
    }

    /// Returns both ends, without days on which it would start after the last on which it can end, or end before it starts.
    private func ends(_ start: EDTF.Endpoint, _ end: EDTF.Endpoint) -> (start: DatedEnd, end: DatedEnd) {
        let (start, end) = (self.end(start, \.starts), self.end(end, \.ends))
        guard case .days(let first) = start, case .days(let last) = end else { return (start, end) }
        return (
            .days(first.limited(to: .init(nil, last.reached.last))),
            .days(last.limited(to: .init(first.reached.first, nil)))
        )
    }

    private func end(_ endpoint: EDTF.Endpoint, _ whole: (DayStretches) -> DayStretches) -> DatedEnd {
        switch endpoint {
        case .date(let date):
            .days(
                PossibleDays(
                    sense == .whole ? whole(date.days) : date.days, reach: date.reach, calendar: date.calendar))
        case .open: .open
        case .unknown: .unknown
        }
    }
}

extension Dating.Span {
    fileprivate var start: DatedEnd {
        switch self {
        case .day(let days): .days(days)
        case .days(let from, _): from
        }
    }

    fileprivate var end: DatedEnd {
        switch self {
        case .day(let days): .days(days)
        case .days(_, let to): to
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

    fileprivate var days: PossibleDays? {
        if case .days(let days) = self { days } else { nil }
    }
}

/// The days on which one end of something dated can be.
package struct PossibleDays: Hashable, Sendable {
    /// The days that the date means.
    package let days: DayStretches
    /// By how many days they may be missed on either side; 0 unless the date is qualified.
    package let reach: Int
    /// The calendar by which the date counts.
    package let calendar: CalendarSystem
    /// The days, with those in reach, that the other end leaves.
    let reached: DayStretches

    package init(_ days: DayStretches, reach: Int = 0, calendar: CalendarSystem = .gregorian) {
        self.init(days, reach, calendar, reached: days.widened(by: reach))
    }

    private init(_ days: DayStretches, _ reach: Int, _ calendar: CalendarSystem, reached: DayStretches) {
        self.days = days
        self.reach = reach
        self.calendar = calendar
        self.reached = reached
    }

    fileprivate init(_ date: EDTFDate) {
        self.init(date.days, reach: date.reach, calendar: date.calendar)
    }

    /// Returns these days without those in reach that are beyond some limits.
    func limited(to limits: DayStretches.Stretch) -> PossibleDays {
        PossibleDays(days, reach, calendar, reached: reached.limited(to: limits))
    }

    /// The same counted backwards, so that what holds of ends holds of starts.
    var mirrored: PossibleDays { PossibleDays(days.mirrored, reach, calendar, reached: reached.mirrored) }
}
