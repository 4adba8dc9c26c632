/// An exact rational number, `digits` ÷ (`divisor` × 10^`scale`), in lowest terms, so that equal values are equal structs.
///
/// Figures are decimals, whose divisor is 1; only a ratio such as "one in seven" and a quotient may have another. A number
/// read from a dataset has at most 15 digits before the point and 6 after it. With the margin of its rounding it has 22
/// digits, a sum of a million such numbers 28: far below the 38 of `Int128`. A product of two of them may have more, and so
/// may what ratios come to. `sum`, `product` and `quotient` are nil where a result has more digits than fit: an interval
/// has no bound there, so that it is never narrower than the words, and an amount no point. The operators stop at `most`
/// instead, for pictures and orders. Nothing here traps.
package struct Number: Hashable, Sendable {
    /// The value without its decimal point, times `divisor`.
    package let digits: Int128

    /// The number of decimals among the digits: 0…`mostDecimals`.
    package let scale: Int

    /// What the digits are divided by beside the power of ten: 1 for a decimal, otherwise without 2 and 5 as factors.
    package let divisor: Int128

    package static let zero = Number(0)

    /// What the operators stop at: 10^37.
    package static let most = Number(digits: powerOfTen(37), scale: 0)

    /// The most decimals that an exact result has.
    private static let mostDecimals = 36

    /// The most digits of a numeral before and after the point.
    package static let mostWholeDigits = 15, mostFractionDigits = 6

    package init(_ value: Int64) {
        self.init(digits: Int128(value), scale: 0)
    }

    /// Creates a whole number, of which there may be more than an `Int64` can count.
    package init(whole count: Int128) { self.init(digits: count, scale: 0) }

    /// Creates a decimal. `scale` is from 0 to 36.
    package init(digits: Int128, scale: Int) {
        var digits = digits
        var scale = scale
        while scale > 0, digits % 10 == 0 {
            digits /= 10
            scale -= 1
        }
        self.digits = digits
        self.scale = scale
        divisor = 1
    }

    /// Creates `numerator` ÷ `denominator`; nil if the denominator is 0, or the lowest terms have more than 38 digits.
    package init?(_ numerator: Int128, over denominator: Int128) {
        guard denominator != 0, numerator != .min, denominator != .min else { return nil }
        let shared = Number.sharedDivisor(numerator, denominator)
        var digits = Number.divided(denominator < 0 ? -numerator : numerator, by: shared)
        var divisor = Number.divided(denominator < 0 ? -denominator : denominator, by: shared)
        let twos = divisor.trailingZeroBitCount
        var fives = 0
        divisor >>= twos
        while divisor > 1, divisor % 5 == 0 {
            divisor /= 5
            fives += 1
        }
        let scale = max(twos, fives)
        guard scale <= Number.mostDecimals else { return nil }
        for (factor, count) in [(Int128(2), scale - twos), (5, scale - fives)] {
            for _ in 0..<count {
                let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
                guard !overflow, product != .min else { return nil }
                digits = product
            }
        }
        guard !divisor.multipliedReportingOverflow(by: Number.powerOfTen(scale)).overflow else { return nil }
        self.digits = digits
        self.scale = scale
        self.divisor = divisor
    }

    /// The greatest common divisor; 1 of two zeros. Neither number is `Int128.min`.
    static func sharedDivisor(_ left: Int128, _ right: Int128) -> Int128 {
        var (a, b) = (left.magnitude, right.magnitude)
        while b != 0, max(a, b) > UInt64.max { (a, b) = (b, a % b) }
        guard b != 0 else { return max(1, Int128(a)) }
        // 64 bits are divided far faster.
        var (c, d) = (UInt64(a), UInt64(b))
        while d != 0 { (c, d) = (d, c % d) }
        return Int128(c)
    }

    /// Parses a JSON numeral (RFC 8259 section 6), including an exponent; nil for anything else, and for a value of
    /// more than 15 digits before the point or `decimals` after it, at most 15.
    package init?(numeral: String, decimals: Int = mostFractionDigits) {
        var digits: Int128 = 0
        var scale = 0
        var count = 0
        var seenPoint = false
        var rest = Substring(numeral)
        let negative = rest.first == "-"
        if negative { rest.removeFirst() }
        while let character = rest.first, character != "e", character != "E" {
            rest.removeFirst()
            if character == "." {
                guard !seenPoint, count > 0 else { return nil }
                seenPoint = true
                continue
            }
            guard character.isASCII, let digit = character.wholeNumberValue, count < 30 else { return nil }
            digits = digits * 10 + Int128(digit)
            count += 1
            if seenPoint { scale += 1 }
        }
        guard count > 0, !seenPoint || scale > 0 else { return nil }
        if !rest.isEmpty {
            guard let exponent = Int(rest.dropFirst()), (-30...30).contains(exponent) else { return nil }
            scale -= exponent
        }
        while scale < 0 {
            guard digits < 1_000_000_000_000_000 else { return nil }
            digits *= 10
            scale += 1
        }
        self.init(digits: negative ? -digits : digits, scale: scale)
        guard self.scale <= decimals,
            magnitude < Number(digits: Number.powerOfTen(Number.mostWholeDigits), scale: 0)
        else { return nil }
    }

    /// Whether the value has a last decimal; one third has none.
    package var isDecimal: Bool { divisor == 1 }

    /// Whether the value has no decimals.
    package var isWhole: Bool { scale == 0 && isDecimal }

    /// The value as a whole number; nil if it has decimals or does not fit into 64 bits.
    package var whole: Int64? { isWhole ? Int64(exactly: digits) : nil }

    package var magnitude: Number { digits < 0 ? -self : self }

    /// What `digits` are divided by. It fits, because no number is made where it would not.
    var denominator: Int128 { divisor &* Number.powerOfTen(scale) }

    private init(negating number: Number) {
        digits = -number.digits
        scale = number.scale
        divisor = number.divisor
    }

    package static prefix func - (operand: Number) -> Number { Number(negating: operand) }

    /// Returns 10^`exponent`, which is taken from 0 to 38.
    package static func powerOfTen(_ exponent: Int) -> Int128 { powers[max(0, min(exponent, powers.count - 1))] }

    private static let powers: [Int128] = (0...38).reduce(into: []) { powers, _ in
        powers.append(powers.last.map { $0 * 10 } ?? 1)
    }
}

extension Number: Comparable {
    package static func < (left: Number, right: Number) -> Bool {
        if left.scale == right.scale, left.divisor == right.divisor { return left.digits < right.digits }
        let signs = (left.digits.signum(), right.digits.signum())
        guard signs.0 == signs.1 else { return signs.0 < signs.1 }
        // The products may have up to 76 digits.
        let a = left.digits.magnitude.multipliedFullWidth(by: right.denominator.magnitude)
        let b = right.digits.magnitude.multipliedFullWidth(by: left.denominator.magnitude)
        return signs.0 < 0 ? (b.high, b.low) < (a.high, a.low) : (a.high, a.low) < (b.high, b.low)
    }
}

extension Number: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int64) { self.init(value) }
}
