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
            let distance = first.interval - last.interval
            let (least, most) = (max(1, gap?.least ?? 1), gap?.most)
            let lack = (Interval(Number(Int64(least)), Number(Int64(least))) - distance).positive
            let excess = most.map { (distance - Interval(Number(Int64($0)), Number(Int64($0)))).positive }
            let misses = [lack, excess].compactMap { $0 }
            let gravest = misses.max { ($0.high ?? .most) < ($1.high ?? .most) } ?? lack
            if misses.allSatisfy({ $0.high == .zero }) { return (.consistent, gravest) }
            if misses.contains(where: { $0.low.map { $0 > .zero } ?? false }) { return (.contradiction, gravest) }
            // A qualifier on either date leaves room for doubt.
            return (last.reach == 0 && first.reach == 0 ? .withinRounding : .unresolved, gravest)
        }
    }
}
