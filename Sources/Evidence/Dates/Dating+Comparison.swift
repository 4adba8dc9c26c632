/// What two dates of the same have to do with each other.
extension Dating {
    /// What a date says, however it is written: dates that mean the same days are equal, whatever their calendars.
    package struct Meaning: Hashable, Sendable {
        fileprivate let start, end: DatedEnd
        fileprivate let stretches: [ClosedRange<Int>]
    }

    package var meaning: Meaning {
        Meaning(start: start, end: end, stretches: (stretches ?? []).sorted { $0.lowerBound < $1.lowerBound })
    }

    /// The most dates with gaps between their days that are compared with each other, pair by pair.
    private static let mostPaired = 64

    /// Returns whether two of these dates have no day in common, so that not both can be right. Qualified ones reach beyond
    /// their days.
    package static func contradict(_ dates: [Dating]) -> Bool {
        let spans = Set(dates.map(\.meaning)).map(Span.init)
        // An end without bound, or whose bound is not known, contradicts nothing.
        if let last = spans.compactMap(\.first).max(), let first = spans.compactMap(\.last).min(), last > first {
            return true
        }
        let sets = spans.filter { $0.days.count > 1 }.prefix(mostPaired)
        guard !sets.isEmpty else { return false }
        let others = sets + spans.filter { $0.days.count == 1 }.prefix(mostPaired)
        return sets.contains { set in others.contains { !set.meets($0) } }
    }

    /// The days on which something dated can be.
    private struct Span {
        /// Ascending; where they have gaps, one stretch for each.
        let days: [ClosedRange<Int>]
        /// nil for an end without bound.
        let first, last: Int?

        init(_ meaning: Meaning) {
            var (first, last, reach): (Int?, Int?, Int) = (nil, nil, 0)
            if case .days(let days) = meaning.start {
                first = days.first.map { $0 - days.reach }
                reach = days.reach
            }
            if case .days(let days) = meaning.end { last = days.last.map { $0 + days.reach } }
            (self.first, self.last) = (first, last)
            let (low, high) = (first ?? .min, last ?? .max)
            days =
                meaning.stretches.isEmpty
                ? [low...max(low, high)]
                : meaning.stretches.map { ($0.lowerBound - reach)...($0.upperBound + reach) }
        }

        /// Whether they have a day in common.
        func meets(_ other: Span) -> Bool {
            var (mine, theirs) = (days[...], other.days[...])
            while let one = mine.first, let another = theirs.first {
                if one.overlaps(another) { return true }
                if one.upperBound < another.upperBound { mine.removeFirst() } else { theirs.removeFirst() }
            }
            return false
        }
    }
}
