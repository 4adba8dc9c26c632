import Evidence

/// Which of many intervals overlap a given one. A bound of nil means unbounded.
///
/// An interval overlaps if its low end is not above the upper bound and its high end is not below the lower bound. No
/// interval fails both conditions, so the overlapping ones are counted by two binary searches, without looking at any
/// of them.
struct IntervalIndex<Bound: Comparable & Sendable>: Sendable {
    typealias Ends = (low: Bound?, high: Bound?)

    private let lows, highs: Bounds
    /// The places of the intervals in the order of low ends and of high ends.
    private let ranks: IntervalRanks

    /// Creates an index of the intervals; nil for a record without one, which overlaps nothing.
    init(_ intervals: [Ends?]) {
        let present = intervals.count { $0 != nil }
        // Records without an interval come last in both orders, where no count reaches them.
        let byLow = IntervalIndex.order(intervals) { $0.low.map(Key.bound) ?? .below }
        let byHigh = IntervalIndex.order(intervals) { $0.high.map(Key.bound) ?? .above }
        lows = Bounds(byLow.prefix(present).map { intervals[Int($0)]?.low }, nilsLast: false)
        highs = Bounds(byHigh.prefix(present).map { intervals[Int($0)]?.high }, nilsLast: true)
        ranks = IntervalRanks(byLow: byLow, byHigh: byHigh)
    }

    /// Returns the intervals that share a point with `low`…`high`; `high` must not be below `low`.
    func overlapping(low: Bound?, high: Bound?) -> Overlap {
        Overlap(
            ranks: ranks, lowLimit: high.map(lows.count(through:)) ?? lows.count,
            highStart: low.map(highs.count(below:)) ?? 0, firstInside: low.map(lows.count(below:)) ?? 0)
    }

    /// The positions in the order of high ends, if they are in the order of low ends; otherwise nil.
    var orderByHigh: [UInt32]? { ranks.isOrdered ? ranks.orderByHigh : nil }

    private enum Key: Comparable {
        case below
        case bound(Bound)
        case above
        case absent
    }

    private static func order(_ intervals: [Ends?], _ key: (Ends) -> Key) -> [UInt32] {
        let keys = intervals.map { $0.map(key) ?? .absent }
        let positions = (0..<keys.count).map { UInt32(clamping: $0) }
        return positions.sorted { left, right in
            let (first, second) = (keys[Int(left)], keys[Int(right)])
            return first == second ? left < right : first < second
        }
    }

    /// The distinct ends in ascending order.
    private struct Bounds: Sendable {
        private var distinct: [Bound] = []
        /// For each distinct end, the number of ends before it; finally, the number of ends below those that are
        /// unbounded.
        private var before: [Int] = []
        let count: Int

        /// Creates the bounds. Ends of nil come first, below every bound, or with `nilsLast` come last, above every
        /// bound.
        init(_ ends: [Bound?], nilsLast: Bool) {
            count = ends.count
            for (place, end) in ends.enumerated() where end != nil && distinct.last != end {
                distinct += [end].compactMap { $0 }
                before.append(place)
            }
            before.append(nilsLast ? ends.count { $0 != nil } : ends.count)
        }

        func count(below bound: Bound) -> Int { before[distinct.partitionPoint { $0 < bound }] }

        func count(through bound: Bound) -> Int { before[distinct.partitionPoint { $0 <= bound }] }
    }
}
