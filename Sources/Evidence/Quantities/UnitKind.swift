/// The kind of values that a unit allows.
package enum UnitKind: String, CaseIterable, Sendable {
    /// Whole numbers from 0.
    case count
    /// Decimals from 0 to 100.
    case percentage

    /// The range of all values that the unit allows.
    package var range: Interval {
        switch self {
        case .count: Interval(.zero, nil)
        case .percentage: Interval(.zero, 100)
        }
    }
}
