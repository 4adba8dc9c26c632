import Archive
package import Evidence
import Wording

/// One term of a relation's side: a statistic, or a number of its own.
package struct KnotTerm {
    /// The operator before it; empty for the first of a side.
    package internal(set) var sign = ""
    /// The parentheses around it, or one of them.
    package internal(set) var opening = ""
    package internal(set) var closing = ""
    /// nil of a number.
    package let statistic: Statistic?
    /// The place of the statistic among the chart's nodes; nil where it is not drawn.
    package let node: Int?
    /// The number as people write it; empty for a statistic.
    package let number: String
    /// Whether it is a percentage of something.
    package let isShare: Bool

    fileprivate init(number: String) {
        (statistic, node, isShare) = (nil, nil, false)
        self.number = number
    }

    fileprivate init(_ statistic: Statistic?, at node: Int?, isShare: Bool) {
        self.statistic = statistic
        self.node = node
        number = ""
        self.isShare = isShare
    }
}

/// Takes relations apart into their terms.
struct KnotTerms {
    private let snapshot: Snapshot
    private let language: Language
    /// The place of a statistic among the nodes, by its id.
    private let place: (String) -> Int?

    init(in snapshot: Snapshot, _ language: Language, place: @escaping (String) -> Int?) {
        self.snapshot = snapshot
        self.language = language
        self.place = place
    }

    /// Returns the relation with the terms of its sides; nil if it does not compare statistics.
    func edge(of relation: Relation, isCrossed: Bool) -> KnotChart.Edge? {
        guard let equation = relation.constraint.equation else { return nil }
        let (computed, sign, stated) = equation.form.explained
        return KnotChart.Edge(
            relation: relation, computed: terms(computed, equation), stated: terms(stated, equation), sign: sign,
            isCrossed: isCrossed)
    }

    private func terms(_ expression: Expression, _ equation: Equation) -> [KnotTerm] {
        switch expression {
        case .number(let number): return [KnotTerm(number: language.format(number))]
        case .term(let side):
            guard equation.sides.indices.contains(side) else { return [] }
            let isShare = equation.form.sides[side].unitKind == .percentage
            return KnotTerms.joined(
                equation.sides[side].map { [KnotTerm(snapshot.statistics[$0], at: place($0), isShare: isShare)] })
        case .sum(let addends): return KnotTerms.joined(addends.map { terms($0, equation) })
        case .negative(let operand): return prefixed("−", operand, equation)
        case .product(let left, let right): return enclosed(left, equation) + prefixed("×", right, equation)
        case .quotient(let left, let right): return enclosed(left, equation) + prefixed("÷", right, equation)
        case .percent(.number(let number)):
            return [KnotTerm(number: language.words.numbers.percentage(number))]
        case .percent(.sum(let addends)): return terms(.sum(addends.map(Expression.percent)), equation)
        case .percent(let operand): return terms(operand, equation)
        case .days, .years: return []
        }
    }

    /// Addends, each with its sign but the first.
    private static func joined(_ addends: [[KnotTerm]]) -> [KnotTerm] {
        addends.enumerated().flatMap { place, terms -> [KnotTerm] in
            guard place > 0, var first = terms.first, first.sign.isEmpty else { return terms }
            first.sign = "+"
            return [first] + terms.dropFirst()
        }
    }

    private func prefixed(_ sign: String, _ expression: Expression, _ equation: Equation) -> [KnotTerm] {
        var terms = enclosed(expression, equation)
        guard let first = terms.first else { return [] }
        terms[0].opening = first.sign + first.opening
        terms[0].sign = sign
        return terms
    }

    /// A sum in parentheses.
    private func enclosed(_ expression: Expression, _ equation: Equation) -> [KnotTerm] {
        var terms = terms(expression, equation)
        guard expression.isSum, terms.count > 1 else { return terms }
        terms[0].opening = "(" + terms[0].sign + terms[0].opening
        terms[0].sign = ""
        terms[terms.count - 1].closing += ")"
        return terms
    }
}

extension Expression {
    fileprivate var isSum: Bool {
        switch self {
        case .sum, .term: true
        case .percent(let operand): operand.isSum
        case .number, .negative, .product, .quotient, .days, .years: false
        }
    }
}

extension Comparison.Sign {
    /// As people write it.
    var symbol: String {
        switch self {
        case .equal: "="
        case .atMost: "≤"
        case .atLeast: "≥"
        case .less: "<"
        case .more: ">"
        }
    }
}
