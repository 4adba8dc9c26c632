/// Exact arithmetic, and the rounding of what is shown.
extension Number {
    /// Returns the sum; nil if it has more digits than fit.
    package static func sum(_ left: Number, _ right: Number) -> Number? {
        if left.scale == right.scale, left.divisor == 1, right.divisor == 1 {
            let (digits, overflow) = left.digits.addingReportingOverflow(right.digits)
            return overflow || digits == .min ? nil : Number(digits: digits, scale: left.scale)
        }
        let scale = max(left.scale, right.scale)
        let shared = left.divisor == right.divisor ? left.divisor : sharedDivisor(left.divisor, right.divisor)
        let (own, other) = (divided(left.divisor, by: shared), divided(right.divisor, by: shared))
        guard let a = multiplied(multiplied(left.digits, powerOfTen(scale - left.scale)), other),
            let b = multiplied(multiplied(right.digits, powerOfTen(scale - right.scale)), own),
            case (let digits, false) = a.addingReportingOverflow(b), digits != .min
        else { return nil }
        if left.divisor == 1, right.divisor == 1 { return Number(digits: digits, scale: scale) }
        guard let denominator = multiplied(multiplied(left.divisor, other), powerOfTen(scale)) else { return nil }
        return Number(digits, over: denominator)
    }

    /// Returns the product; nil if it has more digits than fit.
    package static func product(_ left: Number, _ right: Number) -> Number? {
        if left.divisor == 1, right.divisor == 1, left.scale + right.scale <= 30,
            case (let digits, false) = left.digits.multipliedReportingOverflow(by: right.digits), digits != .min
        {
            return Number(digits: digits, scale: left.scale + right.scale)
        }
        // What both can be divided by need not be multiplied first.
        let first = sharedDivisor(left.digits, right.denominator)
        let second = sharedDivisor(right.digits, left.denominator)
        guard let numerator = multiplied(divided(left.digits, by: first), divided(right.digits, by: second)),
            let denominator = multiplied(divided(left.denominator, by: second), divided(right.denominator, by: first))
        else { return nil }
        return Number(numerator, over: denominator)
    }

    /// Returns the quotient; nil if the divisor is zero, or it has more digits than fit.
    package static func quotient(_ left: Number, _ right: Number) -> Number? {
        Number(right.denominator, over: right.digits).flatMap { product(left, $0) }
    }

    package static func + (left: Number, right: Number) -> Number {
        sum(left, right) ?? (max(left, right).magnitude < min(left, right).magnitude ? -most : most)
    }

    package static func - (left: Number, right: Number) -> Number { left + -right }

    package static func * (left: Number, right: Number) -> Number {
        product(left, right) ?? ((left.digits < 0) == (right.digits < 0) ? most : -most)
    }

    /// Returns the value ÷ 10^`places`. To take a percentage of something, multiply and use `shifted(by: 2)`.
    package func shifted(by places: Int) -> Number {
        if isDecimal { return Number(digits: digits, scale: scale + places) }
        return Number.quotient(self, Number(digits: Number.powerOfTen(places), scale: 0)) ?? self
    }

    /// Returns the quotient rounded to `places` decimals, half away from zero, for a printed ratio; nil if the divisor is
    /// zero.
    package func divided(by divisor: Number, places: Int) -> Number? {
        Number.quotient(self, divisor)?.rounded(to: places)
    }

    /// Where a value between two numbers of so many decimals goes.
    package enum Rounding {
        /// To the nearer one, from the middle away from zero.
        case nearest
        case down, up
    }

    /// Returns the value with at most `places` decimals, 0…18. No verdict rests on such a value.
    package func rounded(to places: Int, _ rounding: Rounding = .nearest) -> Number {
        guard !isDecimal || scale > places else { return self }
        let denominator = denominator.magnitude
        let (whole, rest) = digits.magnitude.quotientAndRemainder(dividingBy: denominator)
        let power = Number.powerOfTen(places).magnitude
        let (decimals, last) = denominator.dividingFullWidth(rest.multipliedFullWidth(by: power))
        let isFurther =
            switch rounding {
            case .nearest: last >= denominator - last
            case .down: digits < 0 && last > 0
            case .up: digits > 0 && last > 0
            }
        // What has so many digits before the point keeps none after it.
        guard case (let shifted, false) = whole.multipliedReportingOverflow(by: power),
            shifted < Number.most.digits.magnitude
        else { return places > 0 ? rounded(to: 0, rounding) : self }
        let result = Int128(shifted + decimals + (isFurther ? 1 : 0))
        return Number(digits: digits < 0 ? -result : result, scale: places)
    }

    private static func multiplied(_ left: Int128?, _ right: Int128) -> Int128? {
        guard let left, case (let product, false) = left.multipliedReportingOverflow(by: right), product != .min else {
            return nil
        }
        return product
    }

    /// Returns a quotient that leaves no rest. Most numbers share no divisor, and so many bits are divided slowly.
    static func divided(_ number: Int128, by divisor: Int128) -> Int128 { divisor == 1 ? number : number / divisor }
}
