/// The kind of values that a unit allows.
package enum UnitKind: String, CaseIterable, Sendable {
    /// Whole numbers.
    case count
    /// Decimals.
    case measure
    /// Decimals, in hundredths of something.
    case percentage

    /// The range of the values that a unit allows which says nothing of its bounds.
    package var range: Interval {
        switch self {
        case .count, .measure: Interval(.zero, nil)
        case .percentage: Interval(.zero, 100)
        }
    }

    /// Whether values may have decimals.
    package var hasDecimals: Bool { self != .count }
}
