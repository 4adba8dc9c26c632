/// A step of the arithmetic by which figures exclude each other: how far a relation lets a statistic go.
package struct ConflictStep: Hashable, Sendable {
    /// The number of the relation.
    package let constraint: Int
    /// The number of the statistic.
    package let node: Int
    /// nil without end.
    package let low, high: Rational?
    /// The number of the figure that lies beyond, in the last step; nil of those before.
    package let figure: Int?
}
