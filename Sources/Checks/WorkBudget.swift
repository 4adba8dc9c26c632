import Evidence

/// How many figures the readings of all relations of a dataset may look at together.
///
/// It grows with the dataset, so that checking one costs no more than in proportion to its length.
package struct WorkBudget: Sendable {
    /// How many figures may be looked at in the smallest dataset.
    package static let least = 200_000
    /// How many more for each standing claim, and for each time that a relation names a statistic or an event.
    package static let each = 16
    /// How many figures a pair of claims that are to agree counts as: each is a reading that is kept.
    static let pair = 32

    /// The number of figures allowed.
    package let limit: Int
    /// How many of them are left.
    package private(set) var left: Int
    /// Whether more was asked for than was left. What it was for is left undone, and so is everything after it.
    package private(set) var isExhausted = false

    package init(limit: Int) {
        self.limit = limit
        left = limit
    }

    /// Counts so many figures. Returns false where they are more than are left.
    mutating func spend(_ count: Int) -> Bool {
        guard !isExhausted, count <= left else { return refuse() }
        left -= count
        return true
    }

    /// Says that what is to be done takes more than is left. Returns false.
    mutating func refuse() -> Bool {
        isExhausted = true
        left = 0
        return false
    }
}
