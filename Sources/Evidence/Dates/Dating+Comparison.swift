/// What two dates of the same have to do with each other.
extension Dating {
    /// What a date says, however it is written: dates that mean the same days are equal, whatever their calendars.
    package struct Meaning: Hashable, Sendable {
        fileprivate enum End: Hashable, Sendable {
            case days(DayStretches, reach: Int)
            case open, unknown

            init(_ end: DatedEnd) {
                switch end {
                case .days(let days): self = .days(days.days, reach: days.reach)
                case .open: self = .open
                case .unknown: self = .unknown
                }
            }

            /// nil for an end without a day.
            var reached: DayStretches? {
                if case .days(let days, let reach) = self { days.widened(by: reach) } else { nil }
            }
        }

        fileprivate let start, end: End
        fileprivate let days: DayStretches?
    }

    package var meaning: Meaning {
        Meaning(start: Meaning.End(start), end: Meaning.End(end), days: sense == .someDay ? days : nil)
    }

    /// The most dates with gaps between their days that are compared with each other, pair by pair.
    private static let mostPaired = 32

    /// Returns whether two of these dates have no day in common, so that not both can be right. Qualified ones reach beyond
    /// their days.
    package static func contradict(_ dates: [Dating]) -> Bool {
        let ranges = Set(dates.map(\.meaning)).map(\.range)
        // An end without bound, or whose bound is not known, contradicts nothing.
        if let last = ranges.compactMap(\.first).max(), let first = ranges.compactMap(\.last).min(), last > first {
            return true
        }
        let sets = ranges.filter { $0.all.count > 1 }.prefix(mostPaired)
        guard !sets.isEmpty else { return false }
        let others = sets + ranges.filter { $0.all.count == 1 }.prefix(mostPaired)
        return sets.contains { set in others.contains { !set.meets($0) } }
    }
}

extension Dating.Meaning {
    /// The days on which something dated can be, with those in reach.
    fileprivate var range: DayStretches {
        if let days, days.hasGaps, case .days(_, let reach) = start { return days.widened(by: reach) }
        return DayStretches(start.reached?.first, end.reached?.last)
    }
}

extension DayStretches {
    /// Whether they have a day in common.
    fileprivate func meets(_ other: DayStretches) -> Bool {
        var (place, otherPlace) = (0, 0)
        while place < all.count, otherPlace < other.all.count {
            let (one, another) = (all[place], other.all[otherPlace])
            let (end, otherEnd) = (one.last ?? .max, another.last ?? .max)
            if one.first ?? .min <= otherEnd, another.first ?? .min <= end { return true }
            if end < otherEnd { place += 1 } else { otherPlace += 1 }
        }
        return false
    }
}
