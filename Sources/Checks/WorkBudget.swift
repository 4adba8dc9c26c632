import Evidence

/// How many figures the readings of all relations of a dataset may look at together.
///
/// It grows with the files of the dataset, so that checking one costs no more than in proportion to its length.
package struct WorkBudget: Sendable {
    /// How many figures may be looked at in the smallest dataset.
    private static let least = 1_000_000
    /// For how many bytes of its files there is one more.
    private static let bytes = 2
    /// As how many figures each of these counts: a time that a relation names a statistic or an event, a claim or citation
    /// that tells a date, a combination of figures, a reading, both of which are kept, a sign or a term of a formula, days
    /// without a gap.
    static let term = 16
    static let teller = 6
    static let combination = 80
    static let reading = 160
    static let symbol = 8
    static let stretch = 12

    /// The number of figures allowed.
    package let limit: Int
    /// How many of them are left.
    package private(set) var left: Int
    /// Whether more was asked for than was left. What it was for is left undone, and so is everything after it.
    package private(set) var isExhausted = false

    /// Creates the budget of a dataset whose files have so many bytes.
    package init(ofBytes count: Int) { self.init(limit: WorkBudget.least + count / WorkBudget.bytes) }

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

    /// Counts so many figures so many times. Returns false where they are more than are left.
    mutating func spend(_ count: Int, times: Int) -> Bool {
        let (product, overflow) = count.multipliedReportingOverflow(by: times)
        return overflow ? refuse() : spend(product)
    }

    /// Says that what is to be done takes more than is left. Returns false.
    mutating func refuse() -> Bool {
        isExhausted = true
        left = 0
        return false
    }
}
