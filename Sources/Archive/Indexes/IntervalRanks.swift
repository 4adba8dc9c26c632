/// Where each interval stands among the low ends and among the high ends of all.
struct IntervalRanks: Sendable {
    /// Intervals to a node of the lowest level, and nodes to one of each level above.
    private static let fanout = 32

    let count: Int
    /// The place of each interval's low end; empty when the intervals are in that order.
    private let lowRanks: [UInt32]
    private let highRanks: [UInt32]
    /// The highest high end below each node, level upon level up to a single node.
    private let highest: [[UInt32]]

    /// The positions of the intervals by their low ends and by their high ends.
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

    /// The first interval from that position on whose high end has at least that rank.
    func next(from position: Int, highRank: Int) -> Int? {
        var node = position
        var level = -1
        // Up, as long as the rest of a node has none; then down into the first that has one.
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

    /// The place of each element in a permutation of `0..<count`.
    private static func inverse(_ permutation: [UInt32]) -> [UInt32] {
        var places = [UInt32](repeating: 0, count: permutation.count)
        for (place, element) in permutation.enumerated() { places[Int(element)] = UInt32(clamping: place) }
        return places
    }
}

/// The intervals that overlap a given one, found as they are asked for.
struct Overlap: Sendable {
    let ranks: IntervalRanks
    /// Those overlap whose low end has a rank below the first and whose high end has one not below the second.
    let lowLimit, highStart: Int
    /// The rank of the first low end that is not below the given interval; no high end from there on is below it.
    let firstInside: Int

    var count: Int { lowLimit - highStart }

    func contains(_ position: Int) -> Bool {
        ranks.lowRank(of: position) < lowLimit && ranks.highRank(of: position) >= highStart
    }

    /// The first from that position on.
    func next(from position: Int) -> Int? {
        var position = position
        while let next = ranks.next(from: position, highRank: highStart), next < end {
            if ranks.lowRank(of: next) < lowLimit { return next }
            position = next + 1
        }
        return nil
    }

    /// No position from here on overlaps.
    var end: Int { ranks.isOrdered ? lowLimit : ranks.count }
}
