/// A claim at one place of a relation, reduced to what its readings depend on: who says which figure.
///
/// A place is whatever has claims and stands in a relation: a statistic with its standing claims, or an event with its
/// dated ones.
struct StrandFigure: Hashable, Sendable {
    /// The number of the strand in a ``StrandTable``.
    let strand: Int
    /// The number of the figure. Claims of one place with the same number say the same.
    let figure: Int
}
