/// Which of many intervals overlap a given one. A bound of nil is no bound.
///
/// An interval overlaps when its low end is not above the upper bound, and its high end not below the lower one. No
/// interval fails both, so that the overlapping ones are counted by two binary searches, without a look at any of them.
struct IntervalIndex<Bound: Comparable & Sendable>: Sendable {
    typealias Ends = (low: Bound?, high: Bound?)

    private let lows, highs: Bounds
    /// The places of the records among the ends.
    private let ranks: IntervalRanks

    /// nil for a record that has no interval, and so overlaps none.
    init(_ intervals: [Ends?]) {
        let present = intervals.count { $0 != nil }
        // What has no interval comes last in both orders, where no count reaches it.
        let byLow = IntervalIndex.order(intervals) { $0.low.map(Key.bound) ?? .below }
        let byHigh = IntervalIndex.order(intervals) { $0.high.map(Key.bound) ?? .above }
        lows = Bounds(byLow.prefix(present).map { intervals[Int($0)]?.low }, nilsLast: false)
        highs = Bounds(byHigh.prefix(present).map { intervals[Int($0)]?.high }, nilsLast: true)
        ranks = IntervalRanks(byLow: byLow, byHigh: byHigh)
    }

    /// The intervals that have a point in common with `low`…`high`; `high` is not below `low`.
    func overlapping(low: Bound?, high: Bound?) -> Overlap {
        Overlap(
            ranks: ranks, lowLimit: high.map(lows.count(through:)) ?? lows.count,
            highStart: low.map(highs.count(below:)) ?? 0, firstInside: low.map(lows.count(below:)) ?? 0)
    }

    /// The positions in the order of their high ends; nil unless they themselves are in the order of the low ends.
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

    /// Ends in ascending order, each distinct one once.
    private struct Bounds: Sendable {
        private var distinct: [Bound] = []
        /// How many ends come before each distinct one, and before those above every bound.
        private var before: [Int] = []
        let count: Int

        /// Ends of nil come first and are below every bound, or come last and are above it.
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
