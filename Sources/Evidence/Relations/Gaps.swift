/// Which values within its interval an amount cannot have: days that follow each other have no gaps, a choice of days does.
package enum Gaps: Hashable, Sendable {
    /// It can have all of them.
    case none
    /// It has one of these, at least two, in their order.
    case between([Interval])
    /// There may be values that it cannot have; which, is not worked out.
    case untold

    /// The most pairs of intervals that are worked out.
    private static let limit = 128

    /// What some intervals leave out, which may overlap and stand in any order.
    init(between intervals: [Interval]) {
        let merged = intervals.merged
        self = merged.count > 1 ? .between(merged) : .none
    }

    /// What days leave out.
    init(_ days: DayStretches) {
        guard !days.isHull else {
            self = .untold
            return
        }
        self.init(between: days.all.map { Interval($0.first.map(Number.init(day:)), $0.last.map(Number.init(day:))) })
    }

    /// What is left out within some limits.
    func limited(to limits: Interval) -> Gaps {
        guard case .between(let intervals) = self else { return self }
        return Gaps(between: intervals.compactMap { $0.limited(to: limits) })
    }

    /// What an operation on two amounts leaves out.
    init(_ left: Amount, _ right: Amount, _ operation: (Interval, Interval) -> Interval) {
        switch (left.gaps, right.gaps) {
        case (.none, .none): self = .none
        case (.untold, _), (_, .untold): self = .untold
        default:
            let (lefts, rights) = (left.parts, right.parts)
            guard lefts.count <= Gaps.limit, rights.count <= Gaps.limit, lefts.count * rights.count <= Gaps.limit else {
                self = .untold
                return
            }
            self.init(between: lefts.flatMap { left in rights.map { operation(left, $0) } })
        }
    }
}

extension Amount {
    /// The intervals that it can be in, in their order.
    var parts: [Interval] {
        if case .between(let intervals) = gaps { intervals } else { [interval] }
    }

    private var hasGaps: Bool {
        if case .between = gaps { true } else { false }
    }

    /// How far it is from another at the least; 0 where they can be the same.
    func leastDistance(from other: Amount) -> Number {
        guard hasGaps || other.hasGaps else { return (interval - other.interval).magnitude.low ?? .zero }
        let (own, others) = (parts, other.parts)
        var (place, otherPlace) = (0, 0)
        var least: Number?
        while place < own.count, otherPlace < others.count {
            let (left, right) = (own[place], others[otherPlace])
            let distance = (left - right).magnitude.low ?? .zero
            least = least.map { min($0, distance) } ?? distance
            let isFirst = left.high.map { high in right.high.map { high < $0 } ?? true } ?? false
            if isFirst { place += 1 } else { otherPlace += 1 }
        }
        return least ?? .zero
    }
}

extension Number {
    /// Creates a day from its ordinal.
    init(day: Int) { self.init(Int64(day)) }
}

extension Interval: Bounded {
    static func isGap(from high: Number, to low: Number) -> Bool { low > high }
}
