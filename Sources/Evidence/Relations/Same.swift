/// All claims of one statistic agree. Its readings are the pairs of claims.
package struct Same: NumericConstraint, Hashable {
    package let statistic: String

    package init(statistic: String) { self.statistic = statistic }

    package var sides: [[String]] { [[statistic], [statistic]] }

    package func comparison(of amounts: [Amount]) -> Comparison? {
        guard let stated = amounts.first, let other = amounts.last else { return nil }
        return Comparison(sign: .equal, stated: stated, computed: other)
    }
}
