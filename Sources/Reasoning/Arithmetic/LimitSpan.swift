/// All from one limit to another; nil is an end without bound.
struct LimitSpan {
    let low: Limit?
    let high: Limit?

    init(_ low: Limit?, _ high: Limit?) {
        self.low = low
        self.high = high
    }

    static let all = LimitSpan(nil, nil)

    subscript(isUpper: Bool) -> Limit? { isUpper ? high : low }

    /// Whether there is no value in it.
    var isEmpty: Bool {
        guard let low, let high else { return false }
        return low > high
    }

    /// The greater of the low ends, and the lesser of the high ones; empty where there is nothing in both.
    func intersection(_ other: LimitSpan) -> LimitSpan {
        LimitSpan(
            low.map { own in other.low.map { max(own, $0) } ?? own } ?? other.low,
            high.map { own in other.high.map { min(own, $0) } ?? own } ?? other.high)
    }

    func sum(_ other: LimitSpan) -> LimitSpan {
        LimitSpan(
            low.flatMap { own in other.low.map { own + $0 } }, high.flatMap { own in other.high.map { own + $0 } })
    }

    func times(_ factor: Rational) -> LimitSpan {
        let (low, high) = (low.map { $0 * factor }, high.map { $0 * factor })
        return factor.sign > 0 ? LimitSpan(low, high) : LimitSpan(high, low)
    }
}
