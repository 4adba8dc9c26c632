/// A closed interval of numbers; nil is an end without bound.
package struct Interval: Hashable, Sendable {
    package let low: Number?
    package let high: Number?

    package init(_ low: Number?, _ high: Number?) {
        self.low = low
        self.high = high
    }

    package static func + (left: Interval, right: Interval) -> Interval {
        Interval(both(left.low, right.low, +), both(left.high, right.high, +))
    }

    package static func - (left: Interval, right: Interval) -> Interval {
        Interval(both(left.low, right.high, -), both(left.high, right.low, -))
    }

    /// The product of two intervals without negative numbers, as counts and shares are.
    package static func * (left: Interval, right: Interval) -> Interval {
        Interval(both(left.low, right.low, *), both(left.high, right.high, *))
    }

    /// Every bound ÷ 10^`places`.
    package func shifted(by places: Int) -> Interval {
        Interval(low?.shifted(by: places), high?.shifted(by: places))
    }

    package func overlaps(_ other: Interval) -> Bool {
        canBeAtMost(other) && other.canBeAtMost(self)
    }

    package func contains(_ number: Number) -> Bool {
        overlaps(Interval(number, number))
    }

    /// Whether every value of the other interval is one of this.
    package func contains(_ other: Interval) -> Bool {
        let reachesDown = low.map { low in other.low.map { low <= $0 } ?? false } ?? true
        let reachesUp = high.map { high in other.high.map { high >= $0 } ?? false } ?? true
        return reachesDown && reachesUp
    }

    /// Whether some value of this interval is at most some value of the other.
    func canBeAtMost(_ other: Interval) -> Bool {
        guard let low, let high = other.high else { return true }
        return low <= high
    }

    /// Whether every value of this interval is at most every value of the other.
    func mustBeAtMost(_ other: Interval) -> Bool {
        guard let high, let low = other.low else { return false }
        return high <= low
    }

    /// The distances from zero that values of this interval can have.
    package var magnitude: Interval {
        if contains(.zero) { return Interval(.zero, both(low, high) { max(-$0, $1) }) }
        if let low, low > .zero { return self }
        return Interval(high.map { -$0 }, low.map { -$0 })
    }

    /// The values of this interval with all that are below zero taken for zero.
    package var positive: Interval {
        Interval(max(low ?? .zero, .zero), high.map { max($0, .zero) })
    }

    /// The smallest interval that contains both.
    package func union(_ other: Interval) -> Interval {
        Interval(both(low, other.low, min), both(high, other.high, max))
    }
}

/// The result of an operation on two bounds: without bound when either is.
private func both(_ left: Number?, _ right: Number?, _ operation: (Number, Number) -> Number) -> Number? {
    guard let left, let right else { return nil }
    return operation(left, right)
}
