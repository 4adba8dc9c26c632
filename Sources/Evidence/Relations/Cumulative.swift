/// A later count of the same thing is at least the earlier one.
package struct Cumulative: NumericConstraint, Hashable {
    package let earlier, later: [String]

    package init(earlier: [String], later: [String]) {
        self.earlier = earlier
        self.later = later
    }

    package var sides: [[String]] { [earlier, later] }

    package func comparison(of amounts: [Amount]) -> Comparison? {
        guard let earlier = amounts.first, let later = amounts.last else { return nil }
        return Comparison(sign: .atMost, stated: later, computed: earlier)
    }
}
