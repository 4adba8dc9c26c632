/// What the values of a statistic are counted or measured in: which numbers they can be, and how they are read.
package struct Unit: Hashable, Sendable {
    /// Another unit, and how many of it one of this is: exactly.
    package struct Conversion: Hashable, Sendable {
        package let unit: String
        /// Above 0.
        package let factor: Number

        package init(unit: String, factor: Number) {
            self.unit = unit
            self.factor = factor
        }
    }

    package let kind: UnitKind
    /// The least and the most that a value can be.
    package let bounds: Interval
    /// To how many decimals a value is rounded for people that is worked out and has no last one; at least two. A
    /// figure is shown with the decimals with which it is printed.
    package let decimals: Int
    package let conversion: Conversion?

    /// The most decimals of a value.
    package static let mostDecimals = Number.mostFractionDigits

    package init(_ kind: UnitKind, bounds: Interval? = nil, decimals: Int = 0, conversion: Conversion? = nil) {
        self.kind = kind
        self.bounds = bounds ?? kind.range
        self.decimals = decimals
        self.conversion = conversion
    }
}
