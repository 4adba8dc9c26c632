/// Days that may have gaps between them, as stretches of ordinals of `CalendarDay`.
package struct DayStretches: Hashable, Sendable {
    /// Days that follow each other; nil is no bound.
    package struct Stretch: Hashable, Sendable {
        package let first, last: Int?

        package init(_ first: Int?, _ last: Int?) {
            self.first = first
            self.last = last
        }
    }

    /// At least one, in their order, with at least one day between two of them.
    package let all: [Stretch]
    /// Whether there are gaps besides that are not told, because they are too many.
    package let isHull: Bool

    /// Creates days from stretches in any order, which may overlap; from none, all days.
    package init(_ stretches: [Stretch], isHull: Bool = false) {
        let merged = stretches.merged
        all = merged.isEmpty ? [Stretch(nil, nil)] : merged
        self.isHull = isHull
    }

    /// Creates days without a gap; nil is no bound.
    package init(_ first: Int?, _ last: Int?) { self.init([Stretch(first, last)]) }

    /// The first and the last of them; nil where there is no bound.
    package var first: Int? { all.first?.first }
    package var last: Int? { all.last?.last }

    /// Whether some days between the first and the last are not among them.
    var hasGaps: Bool { isHull || all.count > 1 }

    /// Returns these days with so many more on either side of each stretch.
    func widened(by reach: Int) -> DayStretches {
        guard reach > 0 else { return self }
        return DayStretches(
            all.map { Stretch($0.first.map { $0 - reach }, $0.last.map { $0 + reach }) }, isHull: isHull)
    }

    /// Returns the days that are within some limits; all of them where none is.
    func limited(to limits: Stretch) -> DayStretches {
        let within = all.compactMap { $0.limited(to: limits) }
        return within.isEmpty ? self : DayStretches(within, isHull: isHull)
    }

    /// The same days counted backwards.
    var mirrored: DayStretches {
        DayStretches(all.map { Stretch($0.last.map { -$0 }, $0.first.map { -$0 }) }, isHull: isHull)
    }

    /// Returns the days of all.
    static func union(_ days: [DayStretches]) -> DayStretches {
        DayStretches(days.flatMap(\.all), isHull: days.contains(where: \.isHull))
    }

    /// The first day of each stretch; where not all gaps are told, any of the days.
    var starts: DayStretches { isHull ? self : DayStretches(all.map { Stretch($0.first, $0.first) }) }

    /// The last day of each stretch; where not all gaps are told, any of the days.
    var ends: DayStretches { isHull ? self : DayStretches(all.map { Stretch($0.last, $0.last) }) }

    // MARK: Distances

    /// Returns how far the days of a stretch are from the nearest of these, from the least to the most; `Int.max` for what
    /// has no bound.
    func distances(from stretch: Stretch) -> (least: Int, most: Int) {
        // The first that does not end before the stretch begins.
        let next = all.partitionPoint { own in
            guard let last = own.last, let first = stretch.first else { return false }
            return last < first
        }
        let nearest = all[max(next - 1, 0)..<min(next + 1, all.count)]
        let least = nearest.map { own in
            let before = own.first.flatMap { first in stretch.last.map { first - $0 } } ?? 0
            let behind = own.last.flatMap { last in stretch.first.map { $0 - last } } ?? 0
            return max(before, behind, 0)
        }.min()
        var most = first.map { first in stretch.first.map { max(first - $0, 0) } ?? .max } ?? 0
        if let last { most = max(most, stretch.last.map { $0 - last } ?? .max) }
        for place in max(next, 1)..<max(all.count, max(next, 1)) {
            guard let end = all[place - 1].last, let start = all[place].first, end < stretch.last ?? .max else { break }
            // The day in the middle of the gap, or the one of the stretch that is nearest to it.
            let (low, high) = (max(end, stretch.first ?? .min), min(start, stretch.last ?? .max))
            let day = min(max(end + (start - end) / 2, low), high)
            most = max(most, min(day - end, start - day))
        }
        return (least ?? 0, most)
    }
}

extension DayStretches.Stretch: Bounded {
    var low: Int? { first }
    var high: Int? { last }

    static func isGap(from high: Int, to low: Int) -> Bool { low > high + 1 }
}
