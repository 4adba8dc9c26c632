/// What a claim, a day or an expression of them comes to: the point that the words assert, if each asserts one, and the
/// interval of what they allow.
package struct Amount: Hashable, Sendable {
    package let point: Number?
    package let interval: Interval
    /// Whether the interval is not all that the words say, because one of the claims says that its figure is not known.
    package let isUnknown: Bool
    /// How far the days that it rests on leave it open.
    package let dating: Dating
    /// What it cannot be although it is within the interval, because it rests on dates that are a choice of days.
    package let gaps: Gaps
    /// The calendar by which a day counts; the Gregorian one of all else.
    private let calendar: CalendarSystem

    package init(point: Number?, interval: Interval, isUnknown: Bool = false, dating: Dating = .exact) {
        self.init(
            point: point, interval: interval, isUnknown: isUnknown, dating: dating, gaps: .none, calendar: .gregorian)
    }

    private init(
        point: Number?, interval: Interval, isUnknown: Bool, dating: Dating, gaps: Gaps, calendar: CalendarSystem
    ) {
        self.point = point
        self.interval = interval
        self.isUnknown = isUnknown
        self.dating = dating
        self.gaps = gaps
        self.calendar = calendar
    }

    package init(_ quantity: Quantity) {
        self.init(point: quantity.point, interval: quantity.interval, isUnknown: !quantity.isKnown)
    }

    package init(_ number: Number) { self.init(point: number, interval: Interval(number, number)) }

    package static let zero = Amount(.zero)

    /// Nothing is known of it.
    static let unknown = Amount(point: nil, interval: Interval(nil, nil), isUnknown: true)

    package static func + (left: Amount, right: Amount) -> Amount { Amount(left, right, +, Number.sum) }

    package static func - (left: Amount, right: Amount) -> Amount { Amount(left, right, -) { .sum($0, -$1) } }

    package static func * (left: Amount, right: Amount) -> Amount { Amount(left, right, *, Number.product) }

    /// The quotient; nothing is known of it where the divisor may be zero.
    package static func / (left: Amount, right: Amount) -> Amount {
        guard right.interval.reciprocal != nil else { return .unknown }
        return Amount(left, right, { $0 * ($1.reciprocal ?? Interval(nil, nil)) }, Number.quotient)
    }

    /// Works out an interval, and a point where both have one.
    private init(
        _ left: Amount, _ right: Amount, _ operation: (Interval, Interval) -> Interval,
        _ point: (Number, Number) -> Number?
    ) {
        self.init(
            point: bothOf(left.point, right.point, point), interval: operation(left.interval, right.interval),
            isUnknown: left.isUnknown || right.isUnknown, dating: max(left.dating, right.dating),
            gaps: Gaps(left, right, operation), calendar: .gregorian)
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
        let reached = days.reached
        let interval = Interval(reached.first.map(Number.init(day:)), reached.last.map(Number.init(day:)))
        let isDay = interval.low != nil && interval.low == interval.high && days.reach == 0
        self.init(
            point: isDay ? interval.low : nil, interval: interval, isUnknown: false,
            dating: days.reach > 0 ? .qualified : isDay ? .exact : .imprecise, gaps: Gaps(reached),
            calendar: days.calendar)
    }

    /// Returns what is within some limits; it has a value there.
    func limited(to limits: Interval) -> Amount {
        Amount(
            point: point, interval: interval.limited(to: limits) ?? interval, isUnknown: isUnknown, dating: dating,
            gaps: gaps.limited(to: limits), calendar: calendar)
    }

    /// The years that are completed from one day to another; as many below zero where the other is earlier. They are those
    /// of the calendar by which both count, or else of the Gregorian one.
    static func completedYears(from: Amount, to: Amount) -> Amount {
        let calendar = from.calendar == to.calendar ? from.calendar : .gregorian
        let years = { Amount.years($0, $1, calendar) }
        return Amount(
            from, to,
            // The later it begins and the sooner it ends, the fewer there are.
            { Interval(bothOf($0.high, $1.low, years), bothOf($0.low, $1.high, years)) }, years)
    }

    private static func years(_ from: Number, _ to: Number, _ calendar: CalendarSystem) -> Number? {
        guard let from = from.whole.flatMap(Int.init(exactly:)), let to = to.whole.flatMap(Int.init(exactly:)) else {
            return nil
        }
        let (first, last) = (calendar.written(ofDay: min(from, to)), calendar.written(ofDay: max(from, to)))
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
