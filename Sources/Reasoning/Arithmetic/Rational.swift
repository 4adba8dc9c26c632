package import Evidence

/// An exact rational number of any size, in lowest terms, so that equal values are equal structs.
///
/// What fits into 64 bits is worked with there, and with nothing allocated; all else, and what overflows, in a
/// ``BigInteger``. Nothing traps, and nothing is rounded.
package struct Rational: Hashable, Sendable {
    private enum Terms: Hashable {
        /// The denominator is above 0. No numerator is `Int64.min`.
        case small(Int64, Int64)
        /// The same in more bits; never what would fit into `small`.
        indirect case large(BigInteger, BigInteger)
    }

    private let terms: Terms

    private init(_ terms: Terms) { self.terms = terms }

    package init(_ value: Int) { self.init(BigInteger(Int128(value)), over: .one) }

    /// Creates an exact number of the evidence.
    package init(_ number: Number) {
        self.init(
            BigInteger(number.digits), over: BigInteger(number.divisor) * BigInteger(Number.powerOfTen(number.scale)))
    }

    /// Creates a quotient; the denominator is not zero.
    private init(_ numerator: BigInteger, over denominator: BigInteger) {
        if let top = numerator.fixed, let bottom = denominator.fixed {
            self.init(top, over: bottom)
            return
        }
        let shared = BigInteger.sharedDivisor(numerator, denominator)
        let signed = denominator.isNegative ? -shared : shared
        let top = numerator.quotientAndRemainder(dividingBy: signed).quotient
        let bottom = denominator.quotientAndRemainder(dividingBy: signed).quotient
        self.init(reduced: top, over: bottom)
    }

    private init(reduced top: BigInteger, over bottom: BigInteger) {
        if let a = top.fixed.flatMap({ Int64(exactly: $0) }), a != .min,
            let b = bottom.fixed.flatMap({ Int64(exactly: $0) })
        {
            self.init(.small(a, b))
        } else {
            self.init(.large(top, bottom))
        }
    }

    /// Neither is `Int128.min`, and the denominator is not 0.
    private init(_ numerator: Int128, over denominator: Int128) {
        if denominator == 1, let small = Int64(exactly: numerator), small != .min {
            self.init(.small(small, 1))
            return
        }
        let shared = Rational.sharedDivisor(numerator.magnitude, denominator.magnitude)
        let signed = denominator < 0 ? -shared : shared
        let (top, bottom) = (numerator / signed, denominator / signed)
        if let a = Int64(exactly: top), a != .min, let b = Int64(exactly: bottom) {
            self.init(.small(a, b))
        } else {
            self.init(.large(BigInteger(top), BigInteger(bottom)))
        }
    }

    private static func sharedDivisor(_ left: UInt128, _ right: UInt128) -> Int128 {
        var (a, b) = (left, right)
        while b != 0, max(a, b) > UInt64.max { (a, b) = (b, a % b) }
        guard b != 0 else { return max(1, Int128(a)) }
        var (c, d) = (UInt64(a), UInt64(b))
        while d != 0 { (c, d) = (d, c % d) }
        return Int128(c)
    }

    package static let zero = Rational(.small(0, 1)), one = Rational(.small(1, 1))

    private var numerator: BigInteger {
        switch terms {
        case .small(let top, _): BigInteger(Int128(top))
        case .large(let top, _): top
        }
    }

    private var denominator: BigInteger {
        switch terms {
        case .small(_, let bottom): BigInteger(Int128(bottom))
        case .large(_, let bottom): bottom
        }
    }

    /// −1, 0 or 1.
    var sign: Int {
        switch terms {
        case .small(let top, _): Int(top.signum())
        case .large(let top, _): top.isNegative ? -1 : 1
        }
    }

    var isZero: Bool { sign == 0 }

    /// How many steps it costs to work with it: 1 where it is a whole number of 64 bits.
    var size: Int {
        switch terms {
        case .small(_, let bottom): bottom == 1 ? 1 : 2 + (Int64.bitWidth - bottom.leadingZeroBitCount) / 8
        case .large(let top, let bottom): (top.size + bottom.size) * (20 + (top.size + bottom.size) / 2)
        }
    }

    var isWhole: Bool {
        switch terms {
        case .small(_, let bottom): bottom == 1
        case .large(_, let bottom): bottom.isOne
        }
    }

    /// The greatest whole number that is not above it.
    var floor: Rational {
        if isWhole { return self }
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        return Rational(rest.isNegative ? quotient + -.one : quotient, over: .one)
    }

    var ceiling: Rational { -(-self).floor }

    /// The same as a number of the evidence; nil where it has more digits than that holds.
    package var number: Number? {
        guard let top = numerator.fixed, let bottom = denominator.fixed else { return nil }
        return Number(top, over: bottom)
    }

    /// The value as a decimal number, rounded to as many digits as a number may have after the point; nil where it has more digits than a
    /// number holds.
    package func decimal(_ rounding: Number.Rounding) -> Number? {
        number.map { $0.isDecimal ? $0 : $0.rounded(to: Number.mostFractionDigits, rounding) }
    }

    package static prefix func - (operand: Rational) -> Rational {
        switch operand.terms {
        case .small(let top, let bottom): Rational(.small(-top, bottom))
        case .large(let top, let bottom): Rational(.large(-top, bottom))
        }
    }

    package static func + (left: Rational, right: Rational) -> Rational {
        if case .small(let a, let b) = left.terms, case .small(let c, let d) = right.terms {
            if b == 1, d == 1 { return Rational(Int128(a) + Int128(c), over: 1) }
            let (one, other) = (Int128(a) * Int128(d), Int128(c) * Int128(b))
            let (sum, overflow) = one.addingReportingOverflow(other)
            if !overflow, sum != .min { return Rational(sum, over: Int128(b) * Int128(d)) }
        }
        return Rational(
            left.numerator * right.denominator + right.numerator * left.denominator,
            over: left.denominator * right.denominator)
    }

    package static func - (left: Rational, right: Rational) -> Rational { left + -right }

    package static func * (left: Rational, right: Rational) -> Rational {
        if case .small(let a, let b) = left.terms, case .small(let c, let d) = right.terms {
            return Rational(Int128(a) * Int128(c), over: Int128(b) * Int128(d))
        }
        return Rational(left.numerator * right.numerator, over: left.denominator * right.denominator)
    }

    /// The divisor is not zero.
    package static func / (left: Rational, right: Rational) -> Rational {
        guard !right.isZero else { return .zero }
        if case .small(let a, let b) = left.terms, case .small(let c, let d) = right.terms {
            return Rational(Int128(a) * Int128(d), over: Int128(b) * Int128(c))
        }
        return Rational(left.numerator * right.denominator, over: left.denominator * right.numerator)
    }
}

extension Rational: Comparable {
    package static func < (left: Rational, right: Rational) -> Bool {
        if case .small(let a, let b) = left.terms, case .small(let c, let d) = right.terms {
            return b == d ? a < c : Int128(a) * Int128(d) < Int128(c) * Int128(b)
        }
        return left.numerator * right.denominator < right.numerator * left.denominator
    }
}

extension Rational: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self.init(value) }
}
