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
    /// What is outside is as long as its date can be, without the reach of a qualified one. The reach of what is inside
    /// leaves open whether it fits.
    package func compare(inner: Dating, outer: Dating) -> (verdict: Verdict, overshoot: Interval?) {
        let start = bound == .end ? nil : overshoot(inner.start.mirrored, outer.start.mirrored)
        let end = bound == .start ? nil : overshoot(inner.end, outer.end)
        let found = [start, end].compactMap { $0 }.max { left, right in
            (left.verdict, left.overshoot?.high ?? .zero) < (right.verdict, right.overshoot?.high ?? .zero)
        }
        guard let gravest = found else { return (.unresolved, nil) }
        guard gravest.verdict < .contradiction, let least = gap(between: inner, and: outer), least > 0 else {
            return gravest
        }
        let low = Number(Int64(least))
        return (.contradiction, Interval(low, gravest.overshoot?.high.map { max($0, low) }))
    }

    /// Returns by how many days each of several days that do not follow each other misses the outer period at the least;
    /// nil where any day between the first and the last may be meant.
    private func gap(between inner: Dating, and outer: Dating) -> Int? {
        guard let stretches = inner.stretches, case .days(let days) = inner.start else { return nil }
        let bounds: (DatedEnd, DatedEnd) = (bound == .end ? .open : outer.start, bound == .start ? .open : outer.end)
        var (first, last): (Int?, Int?)
        if case .days(let start) = bounds.0 { first = start.first }
        if case .days(let end) = bounds.1 { last = end.last }
        return stretches.map { stretch in
            let before = first.map { $0 - stretch.upperBound } ?? 0
            let behind = last.map { stretch.lowerBound - $0 } ?? 0
            return max(before, behind) - days.reach
        }.min()
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
        let miss = (ends - PossibleDays(first: outer.first, last: outer.last, reach: 0).interval).positive
        if let least = miss.low, least > .zero { return (.contradiction, miss) }
        return (inner.reach == 0 ? .withinRounding : .unresolved, miss)
    }
}

extension DatedEnd {
    fileprivate var mirrored: DatedEnd {
        if case .days(let days) = self { .days(days.mirrored) } else { self }
    }
}
