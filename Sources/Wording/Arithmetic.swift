package import Checks
package import Evidence

/// The arithmetic of a reading on one line, with numbers in the language's format: `34,589 + 2,522 = 37,111 > 36,144`.
///
/// `≈` means that it holds only if the figures are rounded, a question mark behind a sign that the evidence does not decide.
/// There is no sign but those that are taught at school.
package struct Arithmetic {
    private let constraint: Relation.Constraint
    private let reading: Reading
    private let language: Language

    package init(_ reading: Reading, of check: Check, in language: Language) {
        constraint = check.relation.constraint
        self.reading = reading
        self.language = language
    }

    /// The most addends of a side that are told one by one.
    private static let mostAddends = 64

    /// Equations run from left to right in every script.
    package var text: String { language.leftToRight(line) }

    private var line: String {
        switch (constraint, reading.computed, reading.stated) {
        case (.equation(let equation), .amount(let computed), .amount(let stated)):
            // In the author's order, whichever side is the one that is stated.
            [
                worked(equation.form.formula.left, equation.form.isMirrored ? stated : computed),
                sign(equation.form.sign),
                worked(equation.form.formula.right, equation.form.isMirrored ? computed : stated),
            ].joined(separator: " ")
        case (.within(let within), .period(let inner), .period(let outer)): periods(inner, within.bound, outer)
        case (.before(let before), .period(let earlier), .period(let later)):
            inOrder(earlier, later, before.gap)
        default: ""
        }
    }

    /// Both sides of a formula without their results; nil for all else.
    package var sides: (computed: String, stated: String)? {
        guard let equation = constraint.equation, equation.text != nil else { return nil }
        let (computed, _, stated) = equation.form.explained
        return (written(computed).text, written(stated).text)
    }

    // MARK: Expressions

    /// How strongly the parts of a text hold together.
    private enum Strength: Int, Comparable {
        case sum, product, single

        static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
    }

    /// Returns the expression, followed by what it comes to unless it already says so.
    private func worked(_ expression: Expression, _ amount: Amount) -> String {
        let (text, strength) = written(expression)
        guard strength < .single || expression.isOfDates, let point = amount.point else { return text }
        return text + (point.isDecimal ? " = " : " ≈ ") + result(point, of: expression)
    }

    private func result(_ number: Number, of expression: Expression) -> String {
        isPercentage(expression) ? language.words.numbers.percentage(number) : language.format(number)
    }

    /// What a side comes to, with the sign of a percentage where it adds up percentages. `isStated` names the side.
    package func result(_ number: Number, isStated: Bool) -> String {
        guard let explained = constraint.equation?.form.explained else { return language.format(number) }
        return result(number, of: isStated ? explained.stated : explained.computed)
    }

    /// Whether it is a sum of percentages, or so many times one.
    private func isPercentage(_ expression: Expression) -> Bool {
        switch expression {
        case .term(let place):
            let claims = reading.sides.indices.contains(place) ? reading.sides[place] : []
            return !claims.isEmpty && claims.allSatisfy { $0.quantity.kind == .percentage }
        case .sum(let addends): return addends.allSatisfy(isPercentage)
        case .negative(let operand): return isPercentage(operand)
        case .product(.number, let operand), .product(let operand, .number), .quotient(let operand, .number):
            return isPercentage(operand)
        case .number, .product, .quotient, .percent, .days, .years: return false
        }
    }

    private func written(_ expression: Expression) -> (text: String, strength: Strength) {
        switch expression {
        case .number(let number): return (language.format(number), .single)
        case .term(let place): return claims(place)
        case .sum(let addends): return (sum(addends.map(written)), .sum)
        case .negative(let operand):
            return (language.words.numbers.minus + written(operand, atLeast: .single), .product)
        case .product(let left, let right):
            return (written(left, atLeast: .product) + " × " + written(right, atLeast: .product), .product)
        case .quotient(let left, let right):
            return (written(left, atLeast: .product) + " ÷ " + written(right, atLeast: .single), .product)
        case .percent(.sum(let addends)): return (sum(addends.map(percentage)), .sum)
        case .percent(let operand): return percentage(operand)
        case .days(let from, let to): return (dates(.daysFromTo, from, to), .single)
        case .years(let from, let to): return (dates(.yearsFromTo, from, to), .single)
        }
    }

    private func written(_ expression: Expression, atLeast least: Strength) -> String {
        let (text, strength) = written(expression)
        return strength < least ? "(\(text))" : text
    }

    /// A number of hundredths. Figures say themselves that they are percentages.
    private func percentage(_ expression: Expression) -> (text: String, strength: Strength) {
        guard case .number(let number) = expression else { return written(expression) }
        return (language.words.numbers.percentage(number), .single)
    }

    /// The addends, each below zero with its sign for the operator.
    private func sum(_ addends: [(text: String, strength: Strength)]) -> String {
        let minus = language.words.numbers.minus
        return addends.map { $0.text }.enumerated().map { place, text -> String in
            guard place > 0 else { return text }
            return text.hasPrefix(minus) ? " − " + text.dropFirst(minus.count) : " + " + text
        }.joined()
    }

    private func claims(_ side: Int) -> (text: String, strength: Strength) {
        let claims = reading.sides.indices.contains(side) ? reading.sides[side] : []
        let isLong = claims.count > Arithmetic.mostAddends
        let told = isLong ? claims.prefix(Arithmetic.mostAddends - 1) : claims[...]
        var texts = told.map { $0.quantity.term(in: language) }
        if isLong, let last = claims.last { texts += ["…", last.quantity.term(in: language)] }
        return (texts.joined(separator: " + "), claims.count > 1 ? .sum : .single)
    }

    private func dates(_ word: Word, _ from: Int, _ to: Int) -> String {
        language.words.fill(word, ["from": day(from), "to": day(to)])
    }

    private func day(_ term: Int) -> String {
        let place = term - reading.sides.count
        guard reading.days.indices.contains(place), let day = reading.days[place] else {
            return language.words[.dateUnknown].isolated
        }
        let (period, isStart) = (day.dating.date, day.bound == .start)
        let end = isStart ? period.start : period.end
        guard period.set == nil, day.dating.sense == .whole, let last = end.date, last.earliest != last.latest else {
            return side(period, isStart ? \.start : \.end, inPhrase: true)
        }
        let text = language.format(last, inPhrase: true)
        return language.words.fill(isStart ? .dateStartOf : .dateEndOf, ["date": text]).isolated
    }

    private func sign(_ sign: Comparison.Sign) -> String {
        let signs =
            switch sign {
            case .equal: (holds: "=", fails: "≠")
            case .atMost: (holds: "≤", fails: ">")
            case .atLeast: (holds: "≥", fails: "<")
            case .less: (holds: "<", fails: "≥")
            case .more: (holds: ">", fails: "≤")
            }
        return order(signs.holds, signs.fails)
    }

    // MARK: Periods

    /// Returns the ends that are compared, with the sign between them.
    private func periods(_ inner: EDTF, _ bound: Within.Bound, _ outer: EDTF) -> String {
        switch bound {
        case .start: "\(side(inner, \.start)) \(order("≥", "<")) \(side(outer, \.start))"
        case .end: "\(side(inner, \.end)) \(order("≤", ">")) \(side(outer, \.end))"
        case .both:
            [whole(inner), order(word(.liesWithin), word(.liesNotWithin)), whole(outer)].joined(separator: " ")
        }
    }

    /// Returns a word in the place of a sign; one from right to left keeps its order.
    private func word(_ word: Word) -> String { language.words[word].isolated }

    /// Returns the period in brackets, because a date may itself contain dashes and spaces.
    private func whole(_ period: EDTF) -> String {
        if period.set != nil { return "[" + language.format(period).isolated + "]" }
        let ends = [period.start, period.end].uniqued().map { date($0) }
        return "[" + ends.joined(separator: " – ") + "]"
    }

    /// Returns the end of the one and the start of the other, or the days between them where it matters how many they are.
    private func inOrder(_ earlier: EDTF, _ later: EDTF, _ gap: Before.Gap?) -> String {
        guard let gap else { return "\(side(earlier, \.end)) \(order("<", "≥")) \(side(later, \.start))" }
        let (end, start) = (side(earlier, \.end, inPhrase: true), side(later, \.start, inPhrase: true))
        let days = language.words.fill(.daysFromTo, ["from": end, "to": start])
        let least = language.format(max(1, gap.least ?? 1))
        guard let most = gap.most else { return "\(days) \(order("≥", "<")) \(least)" }
        if most == max(1, gap.least ?? 1) { return "\(days) \(order("=", "≠")) \(least)" }
        return "\(days) \(order("=", "≠")) \(least)–\(language.format(most))"
    }

    /// Returns an end of a period, or the whole of it where either end would be one of several dates.
    private func side(_ period: EDTF, _ end: KeyPath<EDTF, EDTF.Endpoint>, inPhrase: Bool = false) -> String {
        period.set == nil ? date(period[keyPath: end], inPhrase: inPhrase) : whole(period)
    }

    /// Returns an end of a period; one written from right to left keeps its order in a line from left to right.
    private func date(_ end: EDTF.Endpoint, inPhrase: Bool = false) -> String {
        language.format(end, inPhrase: inPhrase).isolated
    }

    private func order(_ holds: String, _ fails: String) -> String {
        switch reading.verdict {
        case .consistent: holds
        case .withinRounding: "≈"
        case .unresolved: holds + "?"
        case .tension, .contradiction: fails
        }
    }
}

extension Expression {
    /// Whether dates stand in it and not what they come to.
    fileprivate var isOfDates: Bool {
        switch self {
        case .days, .years: true
        case .number, .term, .sum, .negative, .product, .quotient, .percent: false
        }
    }
}
