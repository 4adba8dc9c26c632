/// The place of each interval in the order of low ends and in that of high ends.
struct IntervalRanks: Sendable {
    /// The number of intervals in a node of the lowest level, and of nodes in a node of each level above.
    private static let fanout = 32

    let count: Int
    /// The place of each interval in the order of low ends; empty if that is their own order.
    private let lowRanks: [UInt32]
    private let highRanks: [UInt32]
    /// For each node, the highest place in the order of high ends below it; one array for each level, up to the root.
    private let highest: [[UInt32]]

    /// Creates the ranks from the positions of the intervals in the order of low ends and in that of high ends.
    init(byLow: [UInt32], byHigh: [UInt32]) {
        count = byLow.count
        let isOrdered = zip(byLow, byLow.dropFirst()).allSatisfy(<)
        lowRanks = isOrdered ? [] : IntervalRanks.inverse(byLow)
        highRanks = IntervalRanks.inverse(byHigh)
        var levels: [[UInt32]] = []
        var below = highRanks
        while below.count > 1 {
            below = stride(from: 0, to: below.count, by: IntervalRanks.fanout).map { start in
                below[start..<min(start + IntervalRanks.fanout, below.count)].max() ?? 0
            }
            levels.append(below)
        }
        highest = levels
    }

    /// Whether the intervals are in the order of their low ends.
    var isOrdered: Bool { lowRanks.isEmpty }

    var orderByHigh: [UInt32] { IntervalRanks.inverse(highRanks) }

    func lowRank(of position: Int) -> Int { isOrdered ? position : Int(lowRanks[position]) }

    func highRank(of position: Int) -> Int { Int(highRanks[position]) }

    /// Returns the first interval from `position` on whose high end has at least the given rank.
    func next(from position: Int, highRank: Int) -> Int? {
        var node = position
        var level = -1
        // Climbs while the rest of a node has none, then descends into the first that has one.
        while true {
            let ranks = level < 0 ? highRanks : highest[level]
            let end = min((node / IntervalRanks.fanout + 1) * IntervalRanks.fanout, ranks.count)
            while node < end, ranks[node] < highRank { node += 1 }
            if node < end {
                if level < 0 { return node }
                node *= IntervalRanks.fanout
                level -= 1
            } else {
                guard node < ranks.count else { return nil }
                node /= IntervalRanks.fanout
                level += 1
            }
        }
    }

    /// Returns the place of each element in a permutation of `0..<count`.
    private static func inverse(_ permutation: [UInt32]) -> [UInt32] {
        var places = [UInt32](repeating: 0, count: permutation.count)
        for (place, element) in permutation.enumerated() { places[Int(element)] = UInt32(clamping: place) }
        return places
    }
}

/// The intervals that overlap a given one, found on demand.
struct Overlap: Sendable {
    let ranks: IntervalRanks
    /// An interval overlaps if the rank of its low end is below `lowLimit` and that of its high end at least
    /// `highStart`.
    let lowLimit, highStart: Int
    /// The rank of the first low end that is not below the given interval. From there on, no high end is below it.
    let firstInside: Int

    var count: Int { lowLimit - highStart }

    func contains(_ position: Int) -> Bool {
        ranks.lowRank(of: position) < lowLimit && ranks.highRank(of: position) >= highStart
    }

    /// Returns the first overlapping interval from `position` on.
    func next(from position: Int) -> Int? {
        var position = position
        while let next = ranks.next(from: position, highRank: highStart), next < end {
            if ranks.lowRank(of: next) < lowLimit { return next }
            position = next + 1
        }
        return nil
    }

    /// The position from which on no interval overlaps.
    var end: Int { ranks.isOrdered ? lowLimit : ranks.count }
}
