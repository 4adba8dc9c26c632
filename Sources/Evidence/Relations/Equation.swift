/// Arithmetic between statistics that has one of the forms.
package struct Equation: Hashable, Sendable {
    /// A day that stands in a formula: a bound of an event's date, or of a statistic's period.
    package struct Day: Hashable, Sendable {
        package enum Bound: String, CaseIterable, Sendable {
            case start, end
        }

        /// Its name in the formula.
        package let name: String
        package let operand: Within.Operand
        package let bound: Bound

        package init(name: String, of operand: Within.Operand, _ bound: Bound) {
            self.name = name
            self.operand = operand
            self.bound = bound
        }
    }

    /// What a name in a formula stands for: a statistic, or where there is a bound, a day.
    package struct Term: Hashable, Sendable {
        package let name: String
        package let operand: Within.Operand
        package let bound: Day.Bound?
    }

    package let form: Form
    /// The ids of the statistics that are added up on each side of the form.
    package let sides: [[String]]
    /// The days of a formula, which are its terms after the sides; none of all other forms.
    package let days: [Day]
    /// The text of a formula; nil of all other forms.
    package let text: String?

    package init(_ form: Form, _ sides: [[String]], days: [Day] = [], text: String? = nil) {
        self.form = form
        self.sides = sides
        self.days = days
        self.text = text
    }

    /// The sides with their names, in the order of declaration.
    package var namedSides: [(side: Form.Side, statistics: [String])] {
        zip(form.sides, sides).map { ($0, $1) }
    }

    /// The terms of a formula; none of all other forms.
    package var terms: [Term] {
        let figures = namedSides.compactMap { side, ids -> Term? in
            guard let name = side.term, let id = ids.first else { return nil }
            return Term(name: name, operand: .statistic(id), bound: nil)
        }
        return figures + days.map { Term(name: $0.name, operand: $0.operand, bound: $0.bound) }
    }

    /// Compares the sides. There is one amount for each side and each day, or one for each of two claims of the same
    /// statistic; the first of those is what the other is measured by. nil for any other number of amounts. `datings` are
    /// those of the days, so that one day that stands in the formula twice is one, and nothing ends before it starts.
    package func comparison(of amounts: [Amount], datings: [Dating?] = []) -> Comparison? {
        guard form == .same else {
            guard amounts.count == sides.count + days.count else { return nil }
            let (same, spans) = order(of: amounts, datings)
            let isPlain = same.isEmpty && spans.isEmpty
            let formula = isPlain ? form.formula : form.formula.replacing(same, spans: spans)
            return formula.comparison(of: amounts, isMirrored: form.isMirrored)
        }
        guard amounts.count == 2 else { return nil }
        return Comparison(sign: form.sign, stated: amounts[0], computed: amounts[1])
    }

    /// Returns, by the term of a day, an earlier term that is the same day: of something that begins and ends on one day,
    /// its start and its end are. Returns also what by its dates alone might end before it starts.
    private func order(of amounts: [Amount], _ datings: [Dating?]) -> (same: [Int: Int], spans: Set<Expression.Span>) {
        var terms: [Day: Int] = [:]
        var same: [Int: Int] = [:]
        for (place, (day, dating)) in zip(days, datings).enumerated() {
            guard let dating else { continue }
            let end = Day(name: "", of: day.operand, dating.isOneDay ? .start : day.bound)
            let term = sides.count + place
            if let earlier = terms[end] { same[term] = earlier } else { terms[end] = term }
        }
        let spans = terms.compactMap { day, end -> Expression.Span? in
            guard day.bound == .end, let start = terms[Day(name: "", of: day.operand, .start)],
                !amounts[start].interval.mustBeAtMost(amounts[end].interval)
            else { return nil }
            return Expression.Span(start: start, end: end)
        }
        return (same, Set(spans))
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

    package static func change(before: [String], change: String, after: [String]) -> Self {
        .equation(Equation(.change, [before, [change], after]))
    }
}
