/// Which of many intervals overlap a given one, at a cost that grows with the answer: sorted by their low ends, under a
/// tree of the highest high ends. A bound of nil is no bound.
struct IntervalIndex<Bound: Comparable & Sendable>: Sendable {
    typealias Ends = (low: Bound?, high: Bound?)

    /// Positions in the order of their low ends, those without one first.
    private let order: [UInt32]
    private let lows: [Bound?]
    /// Highest high end below each node of a complete binary tree: the root at 1, the children of `n` at 2n and 2n + 1,
    /// the leaves from `width`.
    private let highest: [High]
    private let width: Int

    /// A high end: above every bound when there is none.
    private enum High: Comparable, Sendable {
        case none
        case bound(Bound)
        case unbounded
    }

    init(_ intervals: [Ends]) {
        let sorted = intervals.indices.sorted { left, right in
            switch (intervals[left].low, intervals[right].low) {
            case (let low?, let other?): low == other ? left < right : low < other
            case (nil, nil): left < right
            case (let low, _): low == nil
            }
        }
        order = sorted.map(UInt32.init)
        lows = sorted.map { intervals[$0].low }
        var width = 1
        while width < sorted.count { width *= 2 }
        var highest = [High](repeating: .none, count: 2 * width)
        for (leaf, position) in sorted.enumerated() {
            highest[width + leaf] = intervals[position].high.map(High.bound) ?? .unbounded
        }
        for node in stride(from: width - 1, to: 0, by: -1) {
            highest[node] = max(highest[2 * node], highest[2 * node + 1])
        }
        self.width = width
        self.highest = highest
    }

    /// The intervals that have a point in common with `low`…`high`.
    func overlapping(low: Bound?, high: Bound?) -> PostingList {
        let end = high.map { high in lows.partitionPoint { $0.map { $0 <= high } ?? true } } ?? lows.count
        var found: [UInt32] = []
        collect(node: 1, leaves: 0..<width, below: end, from: low.map(High.bound) ?? .none, into: &found)
        return PostingList(unsorted: found)
    }

    /// Walks down to the leaves before `end` whose high end is at least `low`; no deeper than the logarithm of the count.
    private func collect(node: Int, leaves: Range<Int>, below end: Int, from low: High, into found: inout [UInt32]) {
        guard leaves.lowerBound < end, highest[node] >= low else { return }
        guard leaves.count > 1 else { return found.append(order[leaves.lowerBound]) }
        let middle = leaves.lowerBound + leaves.count / 2
        collect(node: 2 * node, leaves: leaves.lowerBound..<middle, below: end, from: low, into: &found)
        collect(node: 2 * node + 1, leaves: middle..<leaves.upperBound, below: end, from: low, into: &found)
    }
}
