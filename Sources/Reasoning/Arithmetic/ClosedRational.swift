import Evidence

/// A closed interval of rational numbers; nil is an end without bound.
struct ClosedRational: Hashable, Sendable {
    let low: Rational?
    let high: Rational?

    init(_ low: Rational?, _ high: Rational?) {
        self.low = low
        self.high = high
    }

    init(_ interval: Interval) { self.init(interval.low.map { Rational($0) }, interval.high.map { Rational($0) }) }

    static let all = ClosedRational(nil, nil)

    /// Whether there is no number in it.
    var isEmpty: Bool {
        guard let low, let high else { return false }
        return low > high
    }

    func intersection(_ other: ClosedRational) -> ClosedRational {
        ClosedRational(
            low.map { own in other.low.map { max(own, $0) } ?? own } ?? other.low,
            high.map { own in other.high.map { min(own, $0) } ?? own } ?? other.high)
    }

    func contains(_ limit: Limit) -> Bool {
        !(low.map { limit < Limit($0) } ?? false) && !(high.map { limit > Limit($0) } ?? false)
    }

    func overlaps(_ other: ClosedRational) -> Bool { !intersection(other).isEmpty }

    /// The order of low ends, then of high ends.
    func isBefore(_ other: ClosedRational) -> Bool {
        if low != other.low {
            guard let low else { return true }
            return other.low.map { low < $0 } ?? false
        }
        guard high != other.high, let high else { return false }
        return other.high.map { high < $0 } ?? true
    }

    /// Returns intervals, which are in the order of their low ends, with those that overlap as one.
    static func merged(_ intervals: [ClosedRational]) -> [ClosedRational] {
        intervals.reduce(into: []) { merged, next in
            guard let last = merged.last, last.overlaps(next) else { return merged.append(next) }
            let high = last.high.flatMap { high in next.high.map { max(high, $0) } }
            merged[merged.count - 1] = ClosedRational(last.low, high)
        }
    }
}

extension LimitSpan {
    init(_ range: ClosedRational) { self.init(range.low.map { Limit($0) }, range.high.map { Limit($0) }) }
}
