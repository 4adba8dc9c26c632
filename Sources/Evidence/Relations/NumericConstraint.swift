/// A constraint that is arithmetic: each side is a sum of statistics, and one function compares the sides.
package protocol NumericConstraint: Sendable {
    /// The ids of the statistics that each side sums up.
    var sides: [[String]] { get }

    /// Compares the sides, one `Amount` for each of `sides`, in that order.
    func comparison(of amounts: [Amount]) -> Comparison?
}
