/// Why a text is no formula.
package struct FormulaError: Error, Hashable, Sendable {
    /// The place of the character, from 1; one after the last where something is missing.
    package let position: Int
    /// What was expected there, in English.
    package let expected: String
}

/// Reads a formula: `men = wagons * 40`, `years(born, died) <= age + 1`.
///
/// A comparison has one of the signs `=`, `<=`, `>=`, `<` and `>` between two expressions of terms, decimal numbers, `+`,
/// `-`, `*`, `/` and parentheses. Days stand in `days(a, b)` and `years(a, b)`, or by themselves on both sides.
package struct FormulaParser {
    /// The most characters that a formula may have, and the most parentheses and signs that may stand in one another.
    package static let mostCharacters = 1_000
    package static let mostDepth = 32

    /// The places of the statistics among the terms, and those of the days, by name.
    private let figures: [String: Int]
    private let days: [String: Int]
    private let text: [UInt8]
    private var position = 0
    private var depth = 0
    /// Where a day stands by itself.
    private var bareDay: Int?

    /// Reads a formula whose statistics and days have these names; the days come after the statistics among the terms.
    package static func parse(_ text: String, figures: [String], days: [String]) throws(FormulaError) -> Formula {
        var parser = FormulaParser(text, figures, days)
        return try parser.formula()
    }

    /// Whether a term can have the name: a Latin letter, and then up to 39 Latin letters, digits and underscores.
    package static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 40 else { return false }
        return text.utf8.allSatisfy(isPartOfName) && text != "days" && text != "years"
    }

    private init(_ text: String, _ figures: [String], _ days: [String]) {
        self.text = Array(text.utf8)
        self.figures = Dictionary(figures.enumerated().map { ($1, $0) }) { first, _ in first }
        self.days = Dictionary(days.enumerated().map { ($1, figures.count + $0) }) { first, _ in first }
    }

    private mutating func formula() throws(FormulaError) -> Formula {
        guard text.count <= FormulaParser.mostCharacters else {
            throw FormulaError(
                position: FormulaParser.mostCharacters + 1,
                expected: "the end, because a formula has at most \(FormulaParser.mostCharacters) characters")
        }
        let left = try expression()
        let sign = try sign()
        let right = try expression()
        skipSpace()
        guard position == text.count else { throw error("an operator, or the end") }
        guard let bareDay else { return Formula(left, sign, right) }
        // A day is compared with a day: the days from one to the other are compared with none.
        guard case .term(let from) = left, case .term(let to) = right, days.values.contains(from),
            days.values.contains(to)
        else {
            throw FormulaError(
                position: bareDay + 1, expected: "days(a, b) or years(a, b), unless a day is compared with a day")
        }
        return Formula(.days(from: from, to: to), sign.mirrored, .number(.zero))
    }

    private mutating func sign() throws(FormulaError) -> Comparison.Sign {
        skipSpace()
        let start = position
        while let next = text[at: position], next == UInt8(ascii: "=") || isAngle(next), position < start + 2 {
            position += 1
        }
        if let sign = Comparison.Sign(rawValue: String(decoding: text[start..<position], as: UTF8.self)) { return sign }
        position = start
        throw error("an operator, or one of = <= >= < >")
    }

    private func isAngle(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") }

    private mutating func expression() throws(FormulaError) -> Expression {
        var addends = [try product()]
        while let operation = take("+-") {
            let addend = try product()
            addends.append(operation == UInt8(ascii: "+") ? addend : .negative(addend))
        }
        return addends.count == 1 ? addends[0] : .sum(addends)
    }

    private mutating func product() throws(FormulaError) -> Expression {
        var result = try factor()
        while let operation = take("*/") {
            skipSpace()
            let start = position
            let operand = try factor()
            if operation == UInt8(ascii: "*") {
                result = .product(result, operand)
            } else if case .number(.zero) = operand {
                throw FormulaError(position: start + 1, expected: "a divisor that is not zero")
            } else {
                result = .quotient(result, operand)
            }
        }
        return result
    }

    private mutating func factor() throws(FormulaError) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= FormulaParser.mostDepth else {
            throw error("at most \(FormulaParser.mostDepth) parentheses and signs in one another")
        }
        if take("-") != nil { return .negative(try factor()) }
        if take("(") != nil {
            let inner = try expression()
            try expect(")")
            return inner
        }
        if let next = text[at: position], FormulaParser.isDigit(next) { return .number(try number()) }
        return try term()
    }

    private mutating func number() throws(FormulaError) -> Number {
        let start = position
        let isPart = { (byte: UInt8) in FormulaParser.isDigit(byte) || byte == UInt8(ascii: ".") }
        while let next = text[at: position], isPart(next) { position += 1 }
        guard let number = Number(numeral: String(decoding: text[start..<position], as: UTF8.self)) else {
            throw FormulaError(position: start + 1, expected: "a decimal number of no more digits than a figure has")
        }
        return number
    }

    private mutating func term() throws(FormulaError) -> Expression {
        let (name, start) = name()
        if let place = figures[name] { return .term(place) }
        if let place = days[name] {
            bareDay = bareDay ?? start
            return .term(place)
        }
        guard name == "days" || name == "years" else {
            throw FormulaError(
                position: start + 1, expected: name.isEmpty ? "a term, a number or a parenthesis" : "the name of a term"
            )
        }
        try expect("(")
        let from = try day()
        try expect(",")
        let to = try day()
        try expect(")")
        return name == "days" ? .days(from: from, to: to) : .years(from: from, to: to)
    }

    private mutating func day() throws(FormulaError) -> Int {
        let (name, start) = name()
        guard let place = days[name] else {
            throw FormulaError(position: start + 1, expected: "the name of a day: a term with a bound")
        }
        return place
    }

    private mutating func name() -> (name: String, start: Int) {
        skipSpace()
        let start = position
        while let next = text[at: position], FormulaParser.isPartOfName(next) { position += 1 }
        return (String(decoding: text[start..<position], as: UTF8.self), start)
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(FormulaError) {
        guard take(String(character)) != nil else { throw error("\"\(character)\"") }
    }

    /// Takes one of the characters, after spaces.
    private mutating func take(_ characters: String) -> UInt8? {
        skipSpace()
        guard let next = text[at: position], characters.utf8.contains(next) else { return nil }
        position += 1
        return next
    }

    private mutating func skipSpace() {
        while text[at: position] == UInt8(ascii: " ") { position += 1 }
    }

    private func error(_ expected: String) -> FormulaError {
        FormulaError(position: position + 1, expected: expected)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
    }
}

extension [UInt8] {
    fileprivate subscript(at position: Int) -> UInt8? { indices.contains(position) ? self[position] : nil }
}
