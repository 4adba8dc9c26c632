/// A value at a limit, or infinitely near to it: `value` + `nearness` × ε, where ε is above 0 and less than any number. So what
/// is strictly less than a number is at most a value, and strict comparisons are decided exactly.
struct Limit: Hashable, Sendable {
    let value: Rational
    /// Below 0 for what comes near from below, above 0 from above, and 0 for what is reached.
    let nearness: Rational

    init(_ value: Rational, _ nearness: Rational = .zero) {
        self.value = value
        self.nearness = nearness
    }

    static let zero = Limit(.zero)

    var isReached: Bool { nearness.isZero }

    static func + (left: Limit, right: Limit) -> Limit {
        Limit(
            left.value + right.value,
            left.nearness.isZero && right.nearness.isZero ? .zero : left.nearness + right.nearness)
    }

    static func - (left: Limit, right: Limit) -> Limit {
        Limit(
            left.value - right.value,
            left.nearness.isZero && right.nearness.isZero ? .zero : left.nearness - right.nearness)
    }

    static func * (left: Limit, right: Rational) -> Limit {
        Limit(left.value * right, left.nearness.isZero ? .zero : left.nearness * right)
    }

    static func / (left: Limit, right: Rational) -> Limit {
        Limit(left.value / right, left.nearness.isZero ? .zero : left.nearness / right)
    }
}

extension Limit: Comparable {
    static func < (left: Limit, right: Limit) -> Bool {
        left.value == right.value ? left.nearness < right.nearness : left.value < right.value
    }
}
