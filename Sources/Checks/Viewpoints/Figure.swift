package import Evidence

/// The one number that a viewpoint, or a source, gives for a statistic.
package struct Figure: Hashable, Sendable {
    /// The value as printed; nil if the claims differ, or say that it is not known.
    package let value: Number?
    /// The qualifier; nil if the claims differ.
    package let qualifier: Qualifier?
    /// The range from the lowest to the highest value that any of the claims allows.
    package let interval: Interval
    /// The claims; at least one.
    package let claims: [Claim]

    /// Creates the figure that the claims give; nil if there are none.
    package init?(_ claims: [Claim]) {
        guard let first = claims.first?.quantity else { return nil }
        let isOne = claims.allSatisfy { $0.quantity == first }
        value = isOne ? first.value : nil
        qualifier = isOne ? first.qualifier : nil
        interval = claims.dropFirst().reduce(first.interval) { $0.union($1.quantity.interval) }
        self.claims = claims
    }
}
