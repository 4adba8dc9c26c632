/// The printed percentage of the base is the stated count.
package struct Share: NumericConstraint, Hashable {
    /// The id of a statistic whose unit is a percentage.
    package let share: String
    package let base, count: [String]

    package init(share: String, base: [String], count: [String]) {
        self.share = share
        self.base = base
        self.count = count
    }

    package var sides: [[String]] { [[share], base, count] }

    package func comparison(of amounts: [Amount]) -> Comparison? {
        guard amounts.count == 3 else { return nil }
        return Comparison(sign: .equal, stated: amounts[2], computed: amounts[0].percent(of: amounts[1]))
    }
}
