/// The number in a printed figure that is its value, or the value divided by a power of ten: `1.2` in "1.2 million",
/// `10.0` in "10.0 per cent", `58,620`. Its digits count, in any script; spaces and marks between them, and signs, do
/// not. A half or a quarter is a fraction of what the digits before it count: `1½` in "1½ million" is 1.5, to the half.
package struct PrintedNumber: Hashable, Sendable {
    /// Which power of ten the last printed digit stands for: 5 in "1.2 million", −1 in "10.0", 0 in "58,620".
    package let lastPlace: Int
    /// How many of these it is rounded to: 1, or 5 of "1½" and 25 of "1¼", whose last digits as decimals are not printed.
    private let step: Int
    /// How many digits stand after its last mark or space; 0 where it has none. They are decimals or three of many.
    private let afterMark: Int

    /// Finds the number; nil where no number in the text is that value. Of several that are, the first is meant, with as
    /// many groups of digits as it can have.
    package init?(of value: Number, in printed: String) {
        guard value.isDecimal else { return nil }
        let (digits, groups) = PrintedNumber.groups(in: printed)
        guard let found = PrintedNumber.find(value.magnitude, in: digits, groups) else { return nil }
        (lastPlace, afterMark, step) = found
    }

    /// Digits that stand together, or the decimals of a fraction, and whether no more than one mark or space separates them
    /// from those before.
    private struct Group {
        /// Which of all digits of the text they are.
        var digits: Range<Int>
        let continues: Bool
        /// To how many of its last digit a fraction is rounded; nil for digits.
        var step: Int?
    }

    /// The most characters of a printed figure, and the most digits of one number in it: a value has no more than 21.
    private static let mostCharacters = 120, mostDigits = 30

    private static func groups(in printed: String) -> (digits: [UInt8], groups: [Group]) {
        var digits: [UInt8] = []
        var groups: [Group] = []
        var gap = 2
        for scalar in printed.unicodeScalars.prefix(mostCharacters) {
            let start = digits.count
            if let digit = scalar.decimalDigit {
                digits.append(digit)
                if gap == 0, let last = groups.indices.last {
                    groups[last].digits = groups[last].digits.lowerBound..<digits.count
                } else {
                    groups.append(Group(digits: start..<digits.count, continues: gap == 1))
                }
                gap = 0
            } else if let fraction = scalar.fraction {
                digits += fraction.digits
                groups.append(
                    Group(
                        digits: start..<digits.count, continues: gap < 2 && !groups.isEmpty, step: fraction.step))
                gap = 2
            } else {
                gap = scalar.isNumberMark && gap == 0 ? 1 : 2
            }
        }
        return (digits, groups)
    }

    private static func find(
        _ value: Number, in all: [UInt8], _ groups: [Group]
    ) -> (lastPlace: Int, afterMark: Int, step: Int)? {
        var (own, ownPlace) = (value.digits, -value.scale)
        while own != 0, own % 10 == 0 { (own, ownPlace) = (own / 10, ownPlace + 1) }
        // A fraction belongs to the digits before it, which are no number without it.
        let isBeforeFraction = groups.indices.map { place in
            place + 1 < groups.count && groups[place + 1].step != nil && groups[place + 1].continues
        }
        for start in groups.indices where groups[start].step == nil || !groups[start].continues {
            let first = groups[start].digits.lowerBound
            var found: (lastPlace: Int, afterMark: Int, step: Int)?
            for place in start..<groups.count {
                let group = groups[place]
                if place > start, !group.continues { break }
                let afterMark = place == start && group.step == nil ? 0 : group.digits.count
                let digits = all[first..<group.digits.upperBound]
                guard digits.count <= mostDigits else { break }
                let zeros = digits.endIndex - (digits.lastIndex { $0 != 0 } ?? first - 1) - 1
                let printed = digits.dropLast(zeros).reduce(Int128(0)) { $0 * 10 + Int128($1) }
                // More digits make it no smaller.
                if printed > own { break }
                guard printed == own, !isBeforeFraction[place] else { continue }
                // Of zero the first digits alone say where the point is: what follows them are decimals.
                let whole = group.step == nil ? groups[start].digits.count : 0
                found = (own == 0 ? whole - digits.count : ownPlace - zeros, afterMark, group.step ?? 1)
            }
            if let found { return found }
        }
        return nil
    }
}

extension PrintedNumber {
    /// Whether the value is the number times `scale`, with or without decimals behind its last mark.
    fileprivate func isPrinted(inTableOf scale: Int) -> Bool {
        let places = "\(scale)".utf8.count - 1
        // A mark that groups digits has three behind it.
        let isWhole = lastPlace == places && [0, 3].contains(afterMark)
        return isWhole || lastPlace == places - afterMark
    }

    /// What `value` is rounded to by the digits that are printed; nil where they say no more than the value itself and its
    /// zeros do. Figures of a table in thousands, where `isScaled`, have no zeros that only fill up.
    package static func precision(of value: Number, in printed: String, isScaled: Bool, kind: UnitKind) -> Number? {
        guard let number = PrintedNumber(of: value, in: printed) else { return nil }
        let (place, step) = (number.lastPlace, Int128(number.step))
        if place == -value.scale, step == 1, !isScaled { return nil }
        // A count is rounded to nothing less than one, and no value has more than six decimals.
        let exponent = max(place, kind == .count ? 0 : -Number.mostFractionDigits)
        return exponent < 0
            ? Number(digits: step, scale: -exponent) : Number(digits: step * Number.powerOfTen(exponent), scale: 0)
    }
}

extension String {
    /// Whether the text can be what is printed for `value` in a table of so many. A text with words always can; a plain
    /// number, such as `58,620` or `58 620`, where it has all digits of the value, or in a table of the value ÷ `scale`.
    package func canBePrinted(for value: Number, scale: Int? = nil) -> Bool {
        let isDigit = { (scalar: Unicode.Scalar) in scalar.decimalDigit != nil || scalar.fraction != nil }
        guard unicodeScalars.contains(where: isDigit),
            unicodeScalars.allSatisfy({ isDigit($0) || $0.isNumberMark || $0.isMinus })
        else { return true }
        guard let number = PrintedNumber(of: value, in: self) else { return false }
        return scale.map(number.isPrinted(inTableOf:)) ?? (number.lastPlace <= -value.scale)
    }
}

extension Unicode.Scalar {
    /// The value of a digit of any script; nil for other characters, superscripts too.
    fileprivate var decimalDigit: UInt8? {
        if isASCII { return (0x30...0x39).contains(value) ? UInt8(value - 0x30) : nil }
        guard properties.numericType == .decimal, let value = properties.numericValue else { return nil }
        return UInt8(exactly: value)
    }

    /// The decimals of a half or a quarter, and to how many of the last it is rounded; nil for other characters.
    fileprivate var fraction: (digits: [UInt8], step: Int)? {
        switch self {
        case "\u{BD}": ([5], 5)
        case "\u{BC}": ([2, 5], 25)
        case "\u{BE}": ([7, 5], 25)
        default: nil
        }
    }

    /// Whether this stands between digits: a space, a point, a comma or an apostrophe, Arabic and wide ones too.
    fileprivate var isNumberMark: Bool {
        switch self {
        case ".", ",", "'", " ", "\t"..."\r": true
        case "\u{2019}", "\u{B7}", "\u{66B}", "\u{66C}", "\u{FF0C}", "\u{FF0E}": true
        default: !isASCII && properties.isWhitespace
        }
    }

    fileprivate var isMinus: Bool { self == "-" || self == "\u{2212}" }
}
