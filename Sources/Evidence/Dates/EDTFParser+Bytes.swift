/// The smallest parts of a date.
extension EDTFParser {
    /// Greater than every number of a date that is taken; longer ones are read as this.
    static let most = 1_000_000_000_000

    /// Parses a day with nothing but its ten characters, as most dates are; of any other date, nothing.
    mutating func plainDay() -> EDTFDate? {
        let (text, next) = (bytes[position...].prefix(10), position + 10)
        let isAlone = next == bytes.count || next < bytes.count && ",]}./".utf8.contains(bytes[next])
        guard text.count == 10, isAlone else { return nil }
        var number = 0
        for (place, byte) in text.enumerated() {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard case UInt8(ascii: "0")...UInt8(ascii: "9") = byte else { return nil }
                number = number * 10 + Int(byte - UInt8(ascii: "0"))
            }
        }
        let day = EDTFDate.Written(number / 10_000, number / 100 % 100, number % 100)
        guard let date = EDTFDate(day, day, calendar, .day, EDTFDate.Marks(), nil) else { return nil }
        position = next
        return date
    }

    /// Parses so many digits, each of which may be an `X`.
    mutating func digits(_ count: Int) throws(EDTFError) -> DateDigits {
        var (low, high) = (0, 0)
        var unspecified: [Int] = []
        let end = position + count
        while position < end {
            (low, high) = (low * 10, high * 10)
            if let digit = digit() {
                (low, high) = (low + digit, high + digit)
            } else if skip("X") {
                high += 9
                unspecified.append((position..<end).reduce(1) { unit, _ in unit * 10 })
            } else {
                throw syntax
            }
        }
        return DateDigits(low: low, high: high, unspecified: unspecified)
    }

    /// Parses as many digits as there are, which may be none.
    mutating func number() -> Int {
        var number = 0
        while let digit = digit() { number = min(number * 10 + digit, EDTFParser.most) }
        return number
    }

    mutating func twoDigits() throws(EDTFError) -> Int {
        guard let tens = digit(), let ones = digit() else { throw syntax }
        return tens * 10 + ones
    }

    /// Parses a mark of uncertainty, if there is one.
    mutating func qualifier() -> EDTFDate.Qualifier? {
        guard position < bytes.count, let qualifier = EDTFDate.Qualifier(bytes[position]) else { return nil }
        position += 1
        return qualifier
    }

    private mutating func digit() -> Int? {
        guard position < bytes.count, case UInt8(ascii: "0")...UInt8(ascii: "9") = bytes[position] else { return nil }
        position += 1
        return Int(bytes[position - 1] - UInt8(ascii: "0"))
    }

    func peek(_ character: Unicode.Scalar) -> Bool {
        position < bytes.count && bytes[position] == UInt8(ascii: character)
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard peek(character) else { return false }
        position += 1
        return true
    }
}

extension EDTFDate.Qualifier {
    init?(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "?"): self = .uncertain
        case UInt8(ascii: "~"): self = .approximate
        case UInt8(ascii: "%"): self = .uncertainAndApproximate
        default: return nil
        }
    }
}
