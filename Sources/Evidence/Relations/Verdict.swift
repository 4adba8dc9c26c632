/// What a check found, from the lightest to the gravest.
package enum Verdict: String, CaseIterable, Sendable {
    /// Holds as printed.
    case consistent
    /// Holds only if the figures are rounded.
    case withinRounding = "within-rounding"
    /// The evidence does not decide it.
    case unresolved
    /// The sides do not fit, yet the populations or periods are not the same, so that the figures cannot be subtracted; or
    /// nobody puts the figures together so. A reader should see both.
    case tension
    /// No value that the words allow makes it hold.
    case contradiction
}

extension Verdict: Comparable {
    /// Lighter is less.
    package static func < (left: Verdict, right: Verdict) -> Bool { left.gravity < right.gravity }

    private var gravity: Int {
        switch self {
        case .consistent: 0
        case .withinRounding: 1
        case .unresolved: 2
        case .tension: 3
        case .contradiction: 4
        }
    }
}
