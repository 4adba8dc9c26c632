/// A closed interval of numbers; nil is an end without bound. Either end may have none.
///
/// An end that has more digits than a `Number` holds has no bound either: what is worked out is never narrower than what it
/// is worked out from.
package struct Interval: Hashable, Sendable {
    package let low: Number?
    package let high: Number?

    package init(_ low: Number?, _ high: Number?) {
        self.low = low
        self.high = high
    }

    package static func + (left: Interval, right: Interval) -> Interval {
        Interval(both(left.low, right.low, Number.sum), both(left.high, right.high, Number.sum))
    }

    package static func - (left: Interval, right: Interval) -> Interval { left + -right }

    package static prefix func - (operand: Interval) -> Interval {
        Interval(operand.high.map { -$0 }, operand.low.map { -$0 })
    }

    /// The product, from the least to the greatest of the products of the ends.
    package static func * (left: Interval, right: Interval) -> Interval {
        let corners = left.ends.flatMap { a in right.ends.map { a * $0 } }
        return Interval(corners.min()?.number, corners.max()?.number)
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
        return -self
    }

    /// The values of this interval with all that are below zero taken for zero.
    package var positive: Interval {
        Interval(max(low ?? .zero, .zero), high.map { max($0, .zero) })
    }

    /// The smallest interval that contains both.
    package func union(_ other: Interval) -> Interval {
        Interval(both(low, other.low, min), both(high, other.high, max))
    }

    /// The values of this interval that `bounds` allow. Where there are none, the bound that is nearest to it.
    package func clamped(to bounds: Interval) -> Interval {
        Interval(bounds.nearest(low) ?? bounds.low, bounds.nearest(high) ?? bounds.high)
    }

    private func nearest(_ number: Number?) -> Number? {
        guard let number else { return nil }
        let raised = low.map { max($0, number) } ?? number
        return high.map { min($0, raised) } ?? raised
    }

    /// The interval as it is shown: an end that has no last decimal, such as a third, is moved outwards to one of so many
    /// decimals.
    package func shown(places: Int = Number.mostFractionDigits) -> Interval {
        Interval(
            low.map { $0.isDecimal ? $0 : $0.rounded(to: places, .down) },
            high.map { $0.isDecimal ? $0 : $0.rounded(to: places, .up) })
    }
}

/// The result of an operation on two bounds: without bound when either is.
private func both(_ left: Number?, _ right: Number?, _ operation: (Number, Number) -> Number?) -> Number? {
    guard let left, let right else { return nil }
    return operation(left, right)
}

extension Interval {
    /// An end, with those that have no bound in their order.
    private enum End: Comparable {
        case below
        case at(Number)
        case above

        var number: Number? {
            if case .at(let number) = self { number } else { nil }
        }

        private var sign: Int {
            switch self {
            case .below: -1
            case .at(let number): number.digits < 0 ? -1 : number == .zero ? 0 : 1
            case .above: 1
            }
        }

        /// The product. Nothing times what has no bound is nothing, because each value of it is a number.
        static func * (left: End, right: End) -> End {
            let sign = left.sign * right.sign
            guard sign != 0 else { return .at(.zero) }
            if let a = left.number, let b = right.number, let product = Number.product(a, b) { return .at(product) }
            return sign < 0 ? .below : .above
        }
    }

    /// Both ends, or the only value.
    private var ends: [End] { low != nil && low == high ? [lower] : [lower, upper] }
    private var lower: End { low.map(End.at) ?? .below }
    private var upper: End { high.map(End.at) ?? .above }
}
