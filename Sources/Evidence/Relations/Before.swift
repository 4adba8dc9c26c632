/// The constraint that something ends before something else begins, by the days that their dates can mean.
package struct Before: Hashable, Sendable {
    /// How many days must lie between the last day of the one and the first of the other, the latter counted; nil for no
    /// bound.
    package struct Gap: Hashable, Sendable {
        package let least, most: Int?

        package init(least: Int?, most: Int?) {
            self.least = least
            self.most = most
        }
    }

    package let earlier, later: Within.Operand
    package let gap: Gap?

    package init(earlier: Within.Operand, later: Within.Operand, gap: Gap? = nil) {
        self.earlier = earlier
        self.later = later
        self.gap = gap
    }

    /// Returns the verdict, and by how many days the two miss the order or the gap, from the least to the most; nil where
    /// that has no answer.
    package func compare(earlier: Dating, later: Dating) -> (verdict: Verdict, miss: Interval?) {
        switch (earlier.end, later.start) {
        // What has no end ends before nothing, and what has no beginning begins after nothing.
        case (.open, _), (_, .open): return (.contradiction, nil)
        case (.unknown, _), (_, .unknown): return (.unresolved, nil)
        case (.days(let last), .days(let first)):
            let distance = Amount(.days(first)) - Amount(.days(last))
            let (least, most) = (Number(Int64(max(1, gap?.least ?? 1))), gap?.most.map { Number(Int64($0)) })
            let misses = distance.parts.map { distance in
                let lack = (Interval(least, least) - distance).positive
                guard let most else { return lack }
                let excess = (distance - Interval(most, most)).positive
                return lack.orMore(excess)
            }
            let lowest = misses.map { $0.low ?? .zero }.min() ?? .zero
            let miss = misses.reduce(Interval(lowest, lowest)) { $0.union($1) }
            if miss.high == .zero { return (.consistent, miss) }
            if lowest > .zero { return (.contradiction, miss) }
            // A qualifier on either date leaves room for doubt, and so do days of which not all may be meant.
            let isDoubtful = distance.dating == .qualified || distance.gaps == .untold
            return (isDoubtful ? .unresolved : .withinRounding, miss)
        }
    }
}

extension Interval {
    /// The greater of two values, of each of which as much as possible is known.
    fileprivate func orMore(_ other: Interval) -> Interval {
        Interval(max(low ?? .zero, other.low ?? .zero), high.flatMap { high in other.high.map { max(high, $0) } })
    }
}
