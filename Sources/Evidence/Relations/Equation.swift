/// Arithmetic between statistics that has one of the forms.
package struct Equation: Hashable, Sendable {
    package let form: Form
    /// The ids of the statistics that are added up on each side of the form.
    package let sides: [[String]]

    package init(_ form: Form, _ sides: [[String]]) {
        self.form = form
        self.sides = sides
    }

    /// The sides with their names, in the order of declaration.
    package var namedSides: [(side: Form.Side, statistics: [String])] {
        zip(form.sides, sides).map { ($0, $1) }
    }

    /// The sides on which an overlap of what is added would make the equation false: both of an equality, and only the
    /// lesser one where the other may well be too large.
    package var disjointSides: [(side: Form.Side, statistics: [String])] {
        let added = form.isEquality ? namedSides : Array(namedSides.dropLast())
        return added.filter { $0.statistics.count > 1 }
    }

    /// Compares the sides. There is one amount for each side, or one for each of two claims of the same statistic; the
    /// first of those is what the other is measured by. nil for any other number of amounts.
    package func comparison(of amounts: [Amount]) -> Comparison? {
        guard amounts.count == max(form.sides.count, 2), let first = amounts.first, let last = amounts.last else {
            return nil
        }
        if form == .same { return Comparison(sign: form.sign, stated: first, computed: last) }
        let computed = form.isPercentage ? first.percent(of: amounts[1]) : first
        return Comparison(sign: form.sign, stated: last, computed: computed)
    }
}

extension Relation.Constraint {
    package static func same(statistic: String) -> Self { .equation(Equation(.same, [[statistic]])) }

    package static func sum(parts: [String], whole: [String]) -> Self { .equation(Equation(.sum, [parts, whole])) }

    package static func part(parts: [String], whole: [String]) -> Self { .equation(Equation(.part, [parts, whole])) }

    package static func cumulative(earlier: [String], later: [String]) -> Self {
        .equation(Equation(.cumulative, [earlier, later]))
    }

    package static func share(share: String, base: [String], count: [String]) -> Self {
        .equation(Equation(.share, [[share], base, count]))
    }
}
