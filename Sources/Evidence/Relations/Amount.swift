/// What a claim, a day or an expression of them comes to: the point that the words assert, if each asserts one, and the
/// interval of what they allow.
package struct Amount: Hashable, Sendable {
    package let point: Number?
    package let interval: Interval
    /// Whether the interval is not all that the words say, because one of the claims says that its figure is not known.
    package let isUnknown: Bool
    /// How far the days that it rests on leave it open.
    package let dating: Dating

    package init(point: Number?, interval: Interval, isUnknown: Bool = false, dating: Dating = .exact) {
        self.point = point
        self.interval = interval
        self.isUnknown = isUnknown
        self.dating = dating
    }

    package init(_ quantity: Quantity) {
        self.init(point: quantity.point, interval: quantity.interval, isUnknown: !quantity.isKnown)
    }

    package init(_ number: Number) { self.init(point: number, interval: Interval(number, number)) }

    package static let zero = Amount(.zero)

    /// Nothing is known of it.
    static let unknown = Amount(point: nil, interval: Interval(nil, nil), isUnknown: true)

    package static func + (left: Amount, right: Amount) -> Amount {
        Amount(left, right, interval: left.interval + right.interval, point: Number.sum)
    }

    package static func - (left: Amount, right: Amount) -> Amount {
        Amount(left, right, interval: left.interval - right.interval) { .sum($0, -$1) }
    }

    package static func * (left: Amount, right: Amount) -> Amount {
        Amount(left, right, interval: left.interval * right.interval, point: Number.product)
    }

    /// The quotient; nothing is known of it where the divisor may be zero.
    package static func / (left: Amount, right: Amount) -> Amount {
        guard let reciprocal = right.interval.reciprocal else { return .unknown }
        return Amount(left, right, interval: left.interval * reciprocal, point: Number.quotient)
    }

    /// Works out a point where both have one.
    fileprivate init(
        _ left: Amount, _ right: Amount, interval: Interval, point operation: (Number, Number) -> Number?
    ) {
        self.init(
            point: bothOf(left.point, right.point, operation), interval: interval,
            isUnknown: left.isUnknown || right.isUnknown, dating: max(left.dating, right.dating))
    }
}

extension Amount {
    /// How far the days that an amount rests on leave it open.
    package enum Dating: Int, Comparable, Sendable {
        /// It rests on figures, or on known days.
        case exact
        /// It rests on a date that is one of several days.
        case imprecise
        /// It rests on a date that its source doubts, or gives as approximate.
        case qualified

        package static func < (left: Dating, right: Dating) -> Bool { left.rawValue < right.rawValue }
    }

    /// The day at which something dated begins or ends, as an ordinal of `CalendarDay`.
    package init(_ end: DatedEnd) {
        guard case .days(let days) = end else {
            self = .unknown
            return
        }
        let isDay = days.first != nil && days.first == days.last && days.reach == 0
        self.init(
            point: isDay ? days.interval.low : nil, interval: days.interval,
            dating: days.reach > 0 ? .qualified : isDay ? .exact : .imprecise)
    }

    /// The years that are completed from one day to another; as many below zero where the other is earlier.
    static func completedYears(from: Amount, to: Amount) -> Amount {
        // The later it begins and the sooner it ends, the fewer there are.
        let interval = Interval(
            bothOf(from.interval.high, to.interval.low, years), bothOf(from.interval.low, to.interval.high, years))
        return Amount(from, to, interval: interval, point: years)
    }

    private static func years(_ from: Number, _ to: Number) -> Number? {
        guard let from = from.whole.flatMap(Int.init(exactly:)), let to = to.whole.flatMap(Int.init(exactly:)) else {
            return nil
        }
        let (first, last) = (CalendarDay(ordinal: min(from, to)), CalendarDay(ordinal: max(from, to)))
        let isIncomplete = (last.month, last.day) < (first.month, first.day)
        let count = Int64(last.year - first.year - (isIncomplete ? 1 : 0))
        return Number(from <= to ? count : -count)
    }
}

extension Interval {
    /// What 1 comes to divided by each of its values; nil where one of them is zero.
    fileprivate var reciprocal: Interval? {
        if let low, low > .zero {
            return Interval(high.map { Number.quotient(1, $0) } ?? .zero, Number.quotient(1, low))
        }
        if let high, high < .zero {
            return Interval(Number.quotient(1, high), low.map { Number.quotient(1, $0) } ?? .zero)
        }
        return nil
    }
}

private func bothOf(_ left: Number?, _ right: Number?, _ operation: (Number, Number) -> Number?) -> Number? {
    guard let left, let right else { return nil }
    return operation(left, right)
}
