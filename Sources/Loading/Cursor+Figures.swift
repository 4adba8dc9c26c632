import Evidence
import Foundations

/// Decoding of the numbers of a claim. `unit` is nil where the unit is unknown; then only their form is checked.
extension Cursor {
    /// Decodes the value of a claim: `.some(nil)` for null, which goes with an unknown figure only.
    func value(_ qualifier: Qualifier?, _ unit: Unit?) -> Number?? {
        switch (json, qualifier) {
        case (.null, .unknown), (.null, nil): return .some(nil)
        case (.null, _): return refused("a number, because the figure is not unknown")
        case (.number, .unknown): return refused("null, because the figure is unknown")
        case (.number, _):
            guard let number = number() else { return nil }
            guard let unit else { return number }
            if unit.kind == .count, !number.isWhole {
                problem(.meaning, expected: "a whole number, because the unit is a count")
            }
            check(number, qualifier, unit.bounds)
            return number
        default: return refused("a number or null")
        }
    }

    /// Decodes a ratio, which has a place in a unit with decimals.
    func ratio(_ qualifier: Qualifier?, _ unit: Unit?) -> Ratio? {
        let range = 0...Int(Ratio.most)
        guard let parts = list("an array of two whole numbers", count: 2...2, { $0.integer(in: range) }),
            let part = parts.first, let whole = parts.last
        else { return nil }
        guard whole > 0 else { return refused("a whole that is not 0", .meaning) }
        guard unit?.kind.hasDecimals ?? true else {
            return refused("no ratio, because the unit is a count", .meaning)
        }
        let ratio = Ratio(Int64(part), in: Int64(whole))
        if let unit, let value = Quantity(ratio, in: unit).value { check(value, qualifier, unit.bounds) }
        return ratio
    }

    /// Decodes a value that stands beside a ratio, which it must be, as far as its digits go.
    func value(of ratio: Ratio?, _ unit: Unit?) -> Number? {
        guard let number = number() else { return nil }
        if let ratio, let unit, let exact = Quantity(ratio, in: unit).value, exact.rounded(to: number.scale) != number {
            problem(.meaning, expected: "the value of the ratio, or none")
        }
        return number
    }

    /// Reports a value that the unit does not allow, or below or above which it allows none.
    private func check(_ number: Number, _ qualifier: Qualifier?, _ bounds: Interval) {
        if !bounds.contains(number) {
            problem(.meaning, expected: "a number \(bounds.words), which is what the unit allows", found: "\(number)")
        } else if qualifier == .lessThan, let low = bounds.low, number <= low {
            problem(.meaning, expected: "a number above \(low), because the unit allows nothing less")
        } else if qualifier == .moreThan, let high = bounds.high, number >= high {
            problem(.meaning, expected: "a number below \(high), because the unit allows nothing more")
        }
    }

    /// Decodes a number of at most 15 digits before the point and 6 after it.
    func number() -> Number? {
        guard case .number(let numeral) = json, let rough = Double(numeral), abs(rough) <= Cursor.most else {
            return refused("a number from -999999999999999 to 999999999999999")
        }
        guard let number = Number(numeral: numeral) else {
            return refused("a number with at most 6 decimals", .meaning)
        }
        return number
    }

    private static let most = 999_999_999_999_999.0

    /// Decodes what a figure is rounded to.
    func precision(_ qualifier: Qualifier?, _ unit: Unit?) -> Number? {
        if qualifier == .unknown { return refused("no precision, because the figure is unknown") }
        guard case .number(let numeral) = json, let rough = Double(numeral), rough > 0, rough <= Cursor.most else {
            return refused("a number above 0 and of at most 999999999999999")
        }
        guard let number = Number(numeral: numeral) else {
            return refused("a number with at most 6 decimals", .meaning)
        }
        if unit?.kind == .count, !number.isWhole {
            problem(.meaning, expected: "a whole number, because the unit is a count")
        }
        return number
    }

    /// Decodes what the figures of a table are in: thousands, millions.
    func scale(_ qualifier: Qualifier?) -> Int? {
        if qualifier == .unknown { return refused("no scale, because the figure is unknown") }
        let scales = (1...12).map { Number.powerOfTen($0) }
        guard case .number(let numeral) = json, let number = Number(numeral: numeral), let scale = number.whole,
            scales.contains(Int128(scale))
        else { return refused("a power of ten from 10 to 1000000000000") }
        return Int(scale)
    }

    /// Decodes the figure as printed, which must agree with its value, or with what this is in the table's scale.
    func printed(_ value: Number?, scale: Int?) -> String? {
        let token = text(longest: 120)
        if let token, let value, !token.canBePrinted(for: value, scale: scale) {
            problem(.meaning, expected: "the digits of the value \(value)" + (scale.map { " divided by \($0)" } ?? ""))
        }
        return token
    }
}

extension Interval {
    /// The range in the words of a message.
    fileprivate var words: String {
        switch (low, high) {
        case (let low?, let high?): "from \(low) to \(high)"
        case (let low?, nil): "of at least \(low)"
        case (nil, let high?): "of at most \(high)"
        case (nil, nil): "of any size"
        }
    }
}
