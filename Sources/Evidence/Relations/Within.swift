/// The constraint that a period lies inside another, or does at one end, by the earliest and latest days of the ends.
package struct Within: Hashable, Sendable {
    /// The statistic or event whose period or date is compared.
    package enum Operand: Hashable, Sendable {
        case statistic(String)
        case event(String)

        package var statistic: String? {
            if case .statistic(let id) = self { id } else { nil }
        }

        package var event: String? {
            if case .event(let id) = self { id } else { nil }
        }
    }

    /// Which ends are compared: that the inner period does not start before the outer one, that it does not end after
    /// it, or both. Only both together mean that it lies inside.
    package enum Bound: String, CaseIterable, Sendable {
        case start, end, both
    }

    package let inner, outer: Operand
    package let bound: Bound

    package init(inner: Operand, outer: Operand, bound: Bound) {
        self.inner = inner
        self.outer = outer
        self.bound = bound
    }

    /// Returns the verdict, and by how many days the inner period overshoots the outer one, from the least to the most;
    /// nil where that has no answer.
    ///
    /// What is outside is as long as its date can be, without the reach of a qualified one, and has no other days than
    /// these. The reach of what is inside leaves open whether it fits.
    package func compare(inner: Dating, outer: Dating) -> (verdict: Verdict, overshoot: Interval?) {
        let range = OuterRange(outer, bound)
        let misses = inner.spans.map { spans in spans.map(range.miss).reduce(nil, DateMiss.either) }
        let miss = misses.compactMap { $0 }.reduce(.none, DateMiss.both)
        let most = miss.most == .max ? nil : Number(Int64(miss.most))
        if miss.least > 0 {
            return (.contradiction, miss.least == .max ? nil : Interval(Number(Int64(miss.least)), most))
        }
        if miss.isUnknown { return (.unresolved, nil) }
        guard miss.most > 0 || range.isHull else { return (.consistent, Interval(.zero, .zero)) }
        return (miss.isDoubtful || range.isHull ? .unresolved : .withinRounding, Interval(.zero, most))
    }
}
