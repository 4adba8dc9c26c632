/// The smallest parts of a date.
extension EDTFParser {
    /// Greater than every number of a date that is taken; longer ones are read as this.
    static let most = 1_000_000_000_000

    /// Parses so many digits, each of which may be an `X`.
    mutating func digits(_ count: Int) throws(EDTFError) -> DateDigits {
        var (low, high) = (0, 0)
        var unspecified: [Int] = []
        for place in (0..<count).reversed() {
            (low, high) = (low * 10, high * 10)
            if skip("X") {
                high += 9
                unspecified.append((0..<place).reduce(1) { unit, _ in unit * 10 })
            } else if let digit = digit() {
                (low, high) = (low + digit, high + digit)
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
        self.init(rawValue: Character(UnicodeScalar(byte)))
    }
}
