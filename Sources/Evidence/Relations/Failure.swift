extension Relation {
    /// The way in which a relation fails.
    package enum Failure: String, CaseIterable, Sendable {
        case conflictingValues = "conflicting-values"
        case sumMismatch = "sum-mismatch"
        case partExceedsWhole = "part-exceeds-whole"
        case countDecreases = "count-decreases"
        case shareMismatch = "share-mismatch"
        case changeMismatch = "change-mismatch"
        case periodConflict = "period-conflict"
        case orderConflict = "order-conflict"
        case formulaMismatch = "formula-mismatch"
        case textual
        case legal
    }
}
