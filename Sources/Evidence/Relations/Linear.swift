/// A sum of terms with factors, each term once. Completed years are a term by themselves.
struct Linear {
    private var constant = Number.zero
    private var atoms: [Expression] = []
    private var factors: [Expression: Number] = [:]

    /// An expression whose numbers are worked out, and whose products have a number for a factor. A factor is not carried
    /// to what it multiplies, so that to make it takes no longer than to read it.
    fileprivate indirect enum Tree {
        case number(Number)
        case atom(Expression)
        case sum([Tree])
        case scaled(Tree, Number)
    }

    /// Collects an expression; nil where it is no sum of terms with factors, or a factor has more digits than fit.
    init?(_ expression: Expression) {
        guard let tree = Tree(expression), add(tree, times: 1) else { return nil }
    }

    /// Returns false where a factor has more digits than fit.
    private mutating func add(_ tree: Tree, times factor: Number) -> Bool {
        switch tree {
        case .number(let number):
            guard let sum = Linear.sum(constant, number, factor) else { return false }
            constant = sum
            return true
        case .atom(let atom):
            guard let sum = Linear.sum(factors[atom] ?? .zero, 1, factor) else { return false }
            if factors.updateValue(sum, forKey: atom) == nil { atoms.append(atom) }
            return true
        case .sum(let addends): return addends.allSatisfy { add($0, times: factor) }
        case .scaled(let tree, let other):
            guard let product = Number.product(other, factor) else { return false }
            return add(tree, times: product)
        }
    }

    private static func sum(_ number: Number, _ other: Number, _ factor: Number) -> Number? {
        Number.product(other, factor).flatMap { Number.sum(number, $0) }
    }

    /// Takes an end, and the start that is taken away from it, for the days between them, as often as both are there.
    mutating func join(_ span: Expression.Span) {
        let (start, end) = (Expression.term(span.start), Expression.term(span.end))
        guard let ends = factors[end], let starts = factors[start].map({ -$0 }), (ends > .zero) == (starts > .zero)
        else { return }
        let both = ends > .zero ? min(ends, starts) : max(ends, starts)
        guard both != .zero else { return }
        _ = add(.atom(.days(from: span.start, to: span.end)), times: both)
        _ = add(.atom(end), times: -both)
        _ = add(.atom(start), times: both)
    }

    /// What is positive in it, and what is negative, without the sign.
    var sides: (left: Expression, right: Expression) { (side { $0 }, side { -$0 }) }

    private func side(_ signed: (Number) -> Number) -> Expression {
        var addends: [Expression] = atoms.compactMap { atom in
            let factor = signed(factors[atom] ?? .zero)
            guard factor > .zero else { return nil }
            return factor == 1 ? atom : .product(.number(factor), atom)
        }
        if signed(constant) > .zero { addends.append(.number(signed(constant))) }
        return addends.count == 1 ? addends[0] : addends.isEmpty ? .number(.zero) : .sum(addends)
    }
}

extension Linear.Tree {
    /// nil where a product has no number for a factor, a divisor is none or zero, or a number has more digits than fit.
    fileprivate init?(_ expression: Expression) {
        switch expression {
        case .number(let number): self = .number(number)
        case .years(let from, let to) where from == to: self = .number(.zero)
        case .term, .years: self = .atom(expression)
        case .days(let from, let to): self = .sum([.atom(.term(to)), .scaled(.atom(.term(from)), -1)])
        case .sum(let addends):
            var trees: [Linear.Tree] = []
            for addend in addends {
                guard let tree = Linear.Tree(addend) else { return nil }
                trees.append(tree)
            }
            self.init(sum: trees)
        case .negative(let operand): self.init(Linear.Tree(operand), times: -1)
        case .percent(let operand): self.init(Linear.Tree(operand), times: Number(1).shifted(by: 2))
        case .product(let left, let right):
            guard let tree = Linear.Tree(left), let other = Linear.Tree(right) else { return nil }
            if case .number(let factor) = other {
                self.init(tree, times: factor)
            } else if case .number(let factor) = tree {
                self.init(other, times: factor)
            } else {
                return nil
            }
        case .quotient(let left, let right):
            guard case .number(let divisor)? = Linear.Tree(right), let factor = Number.quotient(1, divisor) else {
                return nil
            }
            self.init(Linear.Tree(left), times: factor)
        }
    }

    /// A sum of numbers is a number.
    private init?(sum trees: [Linear.Tree]) {
        var total = Number.zero
        for tree in trees {
            guard case .number(let number) = tree else {
                self = .sum(trees)
                return
            }
            guard let sum = Number.sum(total, number) else { return nil }
            total = sum
        }
        self = .number(total)
    }

    private init?(_ tree: Linear.Tree?, times factor: Number) {
        guard let tree else { return nil }
        guard case .number(let number) = tree else {
            self = .scaled(tree, factor)
            return
        }
        guard let product = Number.product(number, factor) else { return nil }
        self = .number(product)
    }
}
