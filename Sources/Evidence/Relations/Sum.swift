/// Parts add up to the whole.
package struct Sum: NumericConstraint, Hashable {
    package let parts, whole: [String]

    package init(parts: [String], whole: [String]) {
        self.parts = parts
        self.whole = whole
    }

    package var sides: [[String]] { [parts, whole] }

    package func comparison(of amounts: [Amount]) -> Comparison? {
        guard let parts = amounts.first, let whole = amounts.last else { return nil }
        return Comparison(sign: .equal, stated: whole, computed: parts)
    }
}
