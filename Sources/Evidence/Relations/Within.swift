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
    /// What is outside is as long as its date can be, without the reach of a qualified one: what lies in that holds. The
    /// reach leaves open whether more does.
    package func compare(inner: Dating, outer: Dating) -> (verdict: Verdict, overshoot: Interval?) {
        let start = bound == .end ? nil : overshoot(inner.start.mirrored, outer.start.mirrored)
        let end = bound == .start ? nil : overshoot(inner.end, outer.end)
        let gravest = [start, end].compactMap { $0 }.max { left, right in
            (left.verdict, left.overshoot?.high ?? .zero) < (right.verdict, right.overshoot?.high ?? .zero)
        }
        return gravest ?? (.unresolved, nil)
    }

    /// Returns how far the inner end is behind the outer one.
    private func overshoot(_ inner: DatedEnd, _ outer: DatedEnd) -> (verdict: Verdict, overshoot: Interval?) {
        switch (inner, outer) {
        case (_, .open): (.consistent, nil)
        case (.open, _): (.contradiction, nil)
        case (.unknown, _), (_, .unknown): (.unresolved, nil)
        case (.days(let inner), .days(let outer)): overshoot(inner, outer)
        }
    }

    private func overshoot(_ inner: PossibleDays, _ outer: PossibleDays) -> (verdict: Verdict, overshoot: Interval?) {
        let ends = inner.interval
        guard let longest = outer.last else { return (.consistent, nil) }
        if let last = ends.high, last <= Number(Int64(longest)) { return (.consistent, Interval(.zero, .zero)) }
        let miss = (ends - outer.interval).positive
        if let least = miss.low, least > .zero { return (.contradiction, miss) }
        // A qualifier on either date leaves room for doubt.
        return (inner.reach == 0 && outer.reach == 0 ? .withinRounding : .unresolved, miss)
    }
}

extension DatedEnd {
    fileprivate var mirrored: DatedEnd {
        if case .days(let days) = self { .days(days.mirrored) } else { self }
    }
}
