/// What the rest of the evidence allows a statistic to be: over all choices of the other statistics, from the lowest to the highest
/// value.
package struct Implied: Sendable {
    /// The lowest or the highest value.
    package struct End: Sendable {
        /// An end of a count is moved inwards to a whole number, unless there is none before the other end.
        package internal(set) var value: Rational
        /// Whether the statistic can have this value, and not only come as near to it as one likes.
        package internal(set) var isReached: Bool
        /// The numbers of figures of a choice, and of relations, that the end rests on: without any of them, it would be further
        /// out. None where the unit says it. nil where the steps did not suffice.
        package let basis: Basis?
    }

    package struct Basis: Hashable, Sendable {
        package let figures: [Int]
        package let constraints: [Int]
    }

    /// nil without end.
    package let low, high: End?
    /// The ids of relations because of which the statistic may not go as low, or as high: they allow less than can be worked out,
    /// or could not be worked with at all. None where the end is as far as the evidence lets it be.
    package let lowDoubts, highDoubts: [String]
    /// The numbers of the statistics that go without a figure, where that is needed: by knot the least sets, any of which will do.
    package let without: [[[Int]]]

    /// Whether there is a choice that has a figure for each of the statistics that have any.
    package var fits: Bool { without.isEmpty }

    /// Whether both ends are as far as the evidence lets them be.
    package var isTight: Bool { lowDoubts.isEmpty && highDoubts.isEmpty }

    init(
        _ low: End?, _ high: End?, doubts: (low: [String], high: [String]), without: [[[Int]]], isWhole: Bool
    ) {
        (lowDoubts, highDoubts) = doubts
        (self.low, self.high) = isWhole ? Implied.inwards(low, high) : (low, high)
        self.without = without
    }

    private static func inwards(_ low: End?, _ high: End?) -> (End?, End?) {
        let exact = (low, high)
        var (low, high) = (low, high)
        if let end = low {
            low?.value = end.isReached || !end.value.isWhole ? end.value.ceiling : end.value + 1
            low?.isReached = true
        }
        if let end = high {
            high?.value = end.isReached || !end.value.isWhole ? end.value.floor : end.value - 1
            high?.isReached = true
        }
        if let low, let high, low.value > high.value { return exact }
        return (low, high)
    }
}

/// In how many choices a figure is.
package enum Standing: String, CaseIterable, Sendable {
    case every, some, none
}
