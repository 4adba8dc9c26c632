package import Evidence

extension Relation {
    /// Whether it holds of figures as they are, so that it bounds each of them by the others, also one that nobody states: it
    /// compares several statistics, no dates, and speaks of the same on both sides.
    package var bounds: Bool {
        guard comparability == nil, let equation = constraint.equation else { return false }
        return equation.form != .same && equation.days.isEmpty
    }
}
