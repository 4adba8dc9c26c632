/// A sum of claims: the point that the words assert, if each asserts one, and the interval of what they allow.
package struct Amount: Hashable, Sendable {
    package let point: Number?
    package let interval: Interval
    /// Whether the interval is not all that the words say, because one of the claims says that its figure is not known.
    package let isUnknown: Bool

    package init(point: Number?, interval: Interval, isUnknown: Bool = false) {
        self.point = point
        self.interval = interval
        self.isUnknown = isUnknown
    }

    package init(_ quantity: Quantity) {
        self.init(point: quantity.point, interval: quantity.interval, isUnknown: !quantity.isKnown)
    }

    package static let zero = Amount(point: .zero, interval: Interval(.zero, .zero))

    package static func + (left: Amount, right: Amount) -> Amount {
        Amount(
            point: combine(left, right, Number.sum), interval: left.interval + right.interval,
            isUnknown: left.isUnknown || right.isUnknown)
    }

    package static func - (left: Amount, right: Amount) -> Amount {
        Amount(
            point: combine(left, right) { .sum($0, -$1) }, interval: left.interval - right.interval,
            isUnknown: left.isUnknown || right.isUnknown)
    }

    /// So many per cent of something; `self` is the percentage.
    package func percent(of base: Amount) -> Amount {
        Amount(
            point: Amount.combine(self, base, Number.product)?.shifted(by: 2),
            interval: (interval * base.interval).shifted(by: 2),
            isUnknown: isUnknown || base.isUnknown)
    }

    private static func combine(
        _ left: Amount, _ right: Amount, _ operation: (Number, Number) -> Number?
    ) -> Number? {
        guard let left = left.point, let right = right.point else { return nil }
        return operation(left, right)
    }
}
