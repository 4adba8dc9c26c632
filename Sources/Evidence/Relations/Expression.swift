/// What one side of a comparison works out of the terms.
package indirect enum Expression: Hashable, Sendable {
    case number(Number)
    /// One of the terms, by its place.
    case term(Int)
    case sum([Expression])
    case negative(Expression)
    case product(Expression, Expression)
    case quotient(Expression, Expression)
    /// So many hundredths.
    case percent(Expression)
    /// The days from one term to another, both days.
    case days(from: Int, to: Int)
    /// The completed years from one term to another, both days. Who was born on 29 February is a year older on 1 March of
    /// a common year.
    case years(from: Int, to: Int)

    /// The first and the last day of one thing, by their terms: it does not end before it starts.
    package struct Span: Hashable, Sendable {
        let start, end: Int
    }

    /// How many numbers, terms and signs stand in it.
    var size: Int {
        switch self {
        case .number, .term: 1
        case .sum(let addends): addends.reduce(1) { $0 + $1.size }
        case .negative(let operand), .percent(let operand): 1 + operand.size
        case .product(let left, let right), .quotient(let left, let right): 1 + left.size + right.size
        case .days, .years: 3
        }
    }

    /// The terms that it names, as often as it names them.
    package var terms: [Int] {
        switch self {
        case .number: []
        case .term(let place): [place]
        case .sum(let addends): addends.flatMap(\.terms)
        case .negative(let operand), .percent(let operand): operand.terms
        case .product(let left, let right), .quotient(let left, let right): left.terms + right.terms
        case .days(let from, let to), .years(let from, let to): [from, to]
        }
    }

    /// Works it out; `amounts` are those of the terms. Where a term stands twice, the interval is wider than need be, and
    /// never narrower; but from the start of a span to its end it is nothing below zero.
    func value(of amounts: [Amount], spans: Set<Span> = []) -> Amount {
        let value = { (operand: Expression) in operand.value(of: amounts, spans: spans) }
        switch self {
        case .number(let number): return Amount(number)
        case .term(let place): return Expression.amount(place, amounts)
        case .sum(let addends): return addends.map(value).reduce(.zero, +)
        case .negative(let operand): return Amount.zero - value(operand)
        case .product(let left, let right): return value(left) * value(right)
        case .quotient(let left, let right): return value(left) / value(right)
        case .percent(let operand): return value(operand) / Amount(100)
        case .days(let from, let to) where from == to, .years(let from, let to) where from == to:
            return Expression.amount(from, amounts).isUnknown ? .unknown : .zero
        case .days(let from, let to), .years(let from, let to):
            let (first, last) = (Expression.amount(from, amounts), Expression.amount(to, amounts))
            let distance = isInDays ? last - first : Amount.completedYears(from: first, to: last)
            if spans.contains(Span(start: from, end: to)) { return distance.limited(to: Interval(.zero, nil)) }
            return spans.contains(Span(start: to, end: from)) ? distance.limited(to: Interval(nil, .zero)) : distance
        }
    }

    /// Returns the expression with other terms in place of some, by their places.
    func replacing(_ terms: [Int: Int]) -> Expression {
        let place = { terms[$0] ?? $0 }
        return switch self {
        case .number: self
        case .term(let term): .term(place(term))
        case .sum(let addends): .sum(addends.map { $0.replacing(terms) })
        case .negative(let operand): .negative(operand.replacing(terms))
        case .percent(let operand): .percent(operand.replacing(terms))
        case .product(let left, let right): .product(left.replacing(terms), right.replacing(terms))
        case .quotient(let left, let right): .quotient(left.replacing(terms), right.replacing(terms))
        case .days(let from, let to): .days(from: place(from), to: place(to))
        case .years(let from, let to): .years(from: place(from), to: place(to))
        }
    }

    private static func amount(_ place: Int, _ amounts: [Amount]) -> Amount {
        amounts.indices.contains(place) ? amounts[place] : .unknown
    }
}

extension Expression {
    /// The terms that are added in it as they are: what they are counted in, it is counted in.
    package var bareTerms: [Int] {
        switch self {
        case .term(let place): [place]
        case .sum(let addends): addends.flatMap(\.bareTerms)
        case .negative(let operand): operand.bareTerms
        case .number, .product, .quotient, .percent, .days, .years: []
        }
    }

    /// Whether days are added in it as they are.
    package var isInDays: Bool {
        switch self {
        case .days: true
        case .sum(let addends): addends.contains { $0.isInDays }
        case .negative(let operand): operand.isInDays
        case .number, .term, .product, .quotient, .percent, .years: false
        }
    }
}
