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

    /// Returns the verdict, and by how many days the inner period overshoots the outer one: positive if it does.
    package func compare(inner: EDTF, outer: EDTF) -> (verdict: Verdict, overshoot: Interval?) {
        let start = bound == .end ? nil : overshoot(inner.start, outer.start) { inner, outer in outer - inner }
        let end = bound == .start ? nil : overshoot(inner.end, outer.end) { inner, outer in inner - outer }
        let gravest = [start, end].compactMap { $0 }.max { left, right in
            (left.verdict, left.overshoot?.high ?? .zero) < (right.verdict, right.overshoot?.high ?? .zero)
        }
        return gravest ?? (.unresolved, nil)
    }

    /// Returns how far the inner end is on the wrong side of the outer one. `distance` is positive on that side.
    private func overshoot(
        _ inner: EDTF.Endpoint, _ outer: EDTF.Endpoint, distance: (Int, Int) -> Int
    ) -> (verdict: Verdict, overshoot: Interval?) {
        switch (inner, outer) {
        case (_, .open): return (.consistent, nil)
        case (.open, _): return (.contradiction, nil)
        case (.unknown, _), (_, .unknown): return (.unresolved, nil)
        case (.date(let inner), .date(let outer)):
            let outerDays = [outer.earliest.ordinal, outer.latest.ordinal]
            let distances = [inner.earliest.ordinal, inner.latest.ordinal].map { day in
                outerDays.map { distance(day, $0) }
            }
            // Measured from the outer period at its longest: is all of the inner end inside, some of it, or none?
            let least = distances.compactMap { $0.min() }
            guard let low = least.min(), let high = distances.joined().max() else { return (.unresolved, nil) }
            let verdict: Verdict =
                if least.allSatisfy({ $0 <= 0 }) {
                    .consistent
                } else if low <= 0 {
                    .withinRounding
                } else {
                    // A qualifier on either date leaves room for doubt.
                    inner.qualifier == nil && outer.qualifier == nil ? .contradiction : .unresolved
                }
            return (verdict, Interval(Number(Int64(low)), Number(Int64(high))))
        }
    }
}
