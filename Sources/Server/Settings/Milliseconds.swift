/// A duration as given in an option, a whole number with its unit: `250ms`, `10s` or `2m`.
package struct Milliseconds: SettingValue, Comparable, CustomStringConvertible {
    package static let form = "a time with its unit (250ms, 10s, 2m)"

    private static let units = [("ms", 1), ("s", 1_000), ("m", 60_000)]

    package let count: Int

    package init(_ count: Int) {
        self.count = count
    }

    /// Parses a duration; nil if there is a sign, a fraction or no unit, or if it is too large.
    package init?(argument: String) {
        guard let (unit, factor) = Milliseconds.units.first(where: { argument.hasSuffix($0.0) }) else { return nil }
        let digits = argument.dropLast(unit.count)
        guard digits.allSatisfy({ ("0"..."9").contains($0) }), let number = Int(digits) else { return nil }
        let (count, overflow) = number.multipliedReportingOverflow(by: factor)
        guard !overflow else { return nil }
        self.count = count
    }

    /// Adds seconds, the unit that most people mean.
    package static func guess(from text: String) -> String? {
        let seconds = text + "s"
        return text.isEmpty ? nil : Milliseconds(argument: seconds).map { _ in seconds }
    }

    package static func < (left: Milliseconds, right: Milliseconds) -> Bool { left.count < right.count }

    /// The duration in the largest unit that gives a whole number.
    package var description: String {
        let unit = Milliseconds.units.last { count > 0 && count % $0.1 == 0 } ?? ("s", 1)
        return "\(count / unit.1)\(unit.0)"
    }
}
