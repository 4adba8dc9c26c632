/// An exact decimal: `digits` ÷ 10^`scale`, in lowest terms, so that equal values are equal structs.
///
/// A number read from a dataset has at most 12 digits before the point and 4 after it. What a check computes from such
/// numbers (a margin with two more decimals, a sum of at most 10,000, one product of a percentage and a sum) stays below
/// 10^38, within the range of `Int128`, so no operation here can overflow.
package struct Number: Hashable, Sendable {
    /// The value without its decimal point.
    package let digits: Int128

    /// The number of decimals among the digits: 0…18.
    package let scale: Int

    package static let zero = Number(0)

    package init(_ value: Int64) {
        self.init(digits: Int128(value), scale: 0)
    }

    package init(_ count: Int128) { self.init(digits: count, scale: 0) }

    package init(digits: Int128, scale: Int) {
        var digits = digits
        var scale = scale
        while scale > 0, digits % 10 == 0 {
            digits /= 10
            scale -= 1
        }
        self.digits = digits
        self.scale = scale
    }

    /// Parses a JSON numeral (RFC 8259 section 6), including an exponent; nil for anything else, and for a value of
    /// more than 12 digits before the point or 4 after it.
    package init?(numeral: String) {
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
        guard self.scale <= 4, magnitude < Number(1_000_000_000_000) else { return nil }
    }

    /// Whether the value has no decimals.
    package var isWhole: Bool { scale == 0 }

    /// The value as a whole number; nil if it has decimals or does not fit into 64 bits.
    package var whole: Int64? { isWhole ? Int64(exactly: digits) : nil }

    package var magnitude: Number { digits < 0 ? Number(digits: -digits, scale: scale) : self }

    package static prefix func - (operand: Number) -> Number {
        Number(digits: -operand.digits, scale: operand.scale)
    }

    package static func + (left: Number, right: Number) -> Number {
        let (a, b, scale) = aligned(left, right)
        return Number(digits: a + b, scale: scale)
    }

    package static func - (left: Number, right: Number) -> Number { left + -right }

    package static func * (left: Number, right: Number) -> Number {
        Number(digits: left.digits * right.digits, scale: left.scale + right.scale)
    }

    /// Returns the value ÷ 10^`places`. To take a percentage of something, multiply and use `shifted(by: 2)`.
    package func shifted(by places: Int) -> Number {
        Number(digits: digits, scale: scale + places)
    }

    /// Returns the quotient rounded to `places` decimals, half away from zero; nil if the divisor is zero. This is the
    /// only place where a value is rounded: for a printed ratio, never for a verdict.
    package func divided(by divisor: Number, places: Int) -> Number? {
        guard divisor.digits != 0 else { return nil }
        let (a, b, _) = Number.aligned(self, divisor)
        let numerator = a.magnitude * Number.powerOfTen(places).magnitude
        let rounded = Int128((numerator * 2 + b.magnitude) / (b.magnitude * 2))
        return Number(digits: (a < 0) != (b < 0) ? -rounded : rounded, scale: places)
    }

    private static func aligned(_ left: Number, _ right: Number) -> (Int128, Int128, scale: Int) {
        let scale = max(left.scale, right.scale)
        return (
            left.digits * powerOfTen(scale - left.scale), right.digits * powerOfTen(scale - right.scale), scale
        )
    }

    static func powerOfTen(_ exponent: Int) -> Int128 {
        (0..<max(0, exponent)).reduce(1) { power, _ in power * 10 }
    }
}

extension Number: Comparable {
    package static func < (left: Number, right: Number) -> Bool {
        let (a, b, _) = aligned(left, right)
        return a < b
    }
}

extension Number: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int64) { self.init(value) }
}

extension Number: CustomStringConvertible {
    /// The value as a JSON numeral without an exponent: `63000`, `7.5`.
    package var description: String { text(group: "", point: ".") }

    /// Returns the numeral with `group` between thousands and `point` before the decimals.
    package func text(group: String, point: String) -> String {
        if scale == 0, group.isEmpty, let whole = Int64(exactly: self.digits) { return String(whole) }
        // Most values fit into 64 bits, which are faster to divide.
        let digits = UInt64(exactly: self.digits.magnitude).map { String($0) } ?? String(self.digits.magnitude)
        let zeros = max(0, scale + 1 - digits.utf8.count)
        let figures = [UInt8](repeating: UInt8(ascii: "0"), count: zeros) + digits.utf8
        let whole = figures.count - scale
        var text: [UInt8] = []
        text.reserveCapacity(figures.count + 8)
        if self.digits < 0 { text.append(UInt8(ascii: "-")) }
        for (place, figure) in figures.prefix(whole).enumerated() {
            if place > 0, (whole - place) % 3 == 0 { text += group.utf8 }
            text.append(figure)
        }
        if scale > 0 { text += Array(point.utf8) + figures[whole...] }
        return String(decoding: text, as: UTF8.self)
    }
}
