/// A comparison of two expressions, as it is written and as it is tested.
package struct Formula: Hashable, Sendable {
    /// As it is written.
    package let left, right: Expression
    package let sign: Comparison.Sign
    /// The same where it is linear, with each term once, on the side where its factor is positive; otherwise as it is
    /// written.
    private let collected: Sides
    /// Whether a term still stands twice, so that the intervals are wider than what can be.
    private let isLoose: Bool

    private struct Sides: Hashable {
        let left, right: Expression
    }

    package init(_ left: Expression, _ sign: Comparison.Sign, _ right: Expression) {
        self.left = left
        self.sign = sign
        self.right = right
        if let sides = Linear(.sum([left, .negative(right)]))?.sides {
            collected = Sides(left: sides.left, right: sides.right)
        } else {
            collected = Sides(left: left, right: right)
        }
        let terms = collected.left.terms + collected.right.terms
        isLoose = Set(terms).count < terms.count
    }

    /// The terms that are added or compared as they are, once each, in the order in which they stand.
    package var bareTerms: [Int] { (left.bareTerms + right.bareTerms).uniqued() }

    /// Compares the sides; `amounts` are those of the terms. The right side is what is stated, or where `isMirrored`, the
    /// left one.
    package func comparison(of amounts: [Amount], isMirrored: Bool = false) -> Comparison {
        let written = Comparison.Sides(left.value(of: amounts), right.value(of: amounts), isMirrored: isMirrored)
        let isWritten = collected.left == left && collected.right == right
        let tested =
            isWritten
            ? written
            : Comparison.Sides(
                collected.left.value(of: amounts), collected.right.value(of: amounts), isMirrored: isMirrored)
        return Comparison(
            sign: isMirrored ? sign.mirrored : sign, tested, written: written, isLoose: isLoose)
    }
}

extension Comparison.Sides {
    fileprivate init(_ left: Amount, _ right: Amount, isMirrored: Bool) {
        self.init(computed: isMirrored ? right : left, stated: isMirrored ? left : right)
    }
}

/// A sum of terms with factors, each term once. Completed years are a term by themselves.
private struct Linear {
    private var constant = Number.zero
    private var atoms: [Expression] = []
    private var factors: [Expression: Number] = [:]

    private init(_ constant: Number) { self.constant = constant }

    /// Collects an expression; nil where it is no sum of terms with factors, or a factor has more digits than fit.
    init?(_ expression: Expression) {
        switch expression {
        case .number(let number): self.init(number)
        case .term, .years: self.init(atom: expression)
        case .days(let from, let to):
            self.init(atom: .term(to))
            guard add(Linear(atom: .term(from)), times: -1) else { return nil }
        case .sum(let addends):
            self.init(.zero)
            for addend in addends {
                guard let addend = Linear(addend), add(addend) else { return nil }
            }
        case .negative(let operand): self.init(Linear(operand), times: -1)
        case .percent(let operand): self.init(Linear(operand), times: Number(1).shifted(by: 2))
        case .product(let left, let right):
            guard let linear = Linear(left), let other = Linear(right) else { return nil }
            if let factor = other.number {
                self.init(linear, times: factor)
            } else if let factor = linear.number {
                self.init(other, times: factor)
            } else {
                return nil
            }
        case .quotient(let left, let right):
            guard let divisor = Linear(right)?.number, let factor = Number.quotient(1, divisor) else { return nil }
            self.init(Linear(left), times: factor)
        }
    }

    private init(atom: Expression) {
        atoms = [atom]
        factors = [atom: 1]
    }

    private init?(_ linear: Linear?, times factor: Number) {
        self.init(.zero)
        guard let linear, add(linear, times: factor) else { return nil }
    }

    /// The number that it is; nil if it depends on a term.
    private var number: Number? { atoms.allSatisfy { factors[$0] == .zero } ? constant : nil }

    /// Adds another sum. Returns false where a factor has more digits than fit.
    private mutating func add(_ other: Linear, times factor: Number = 1) -> Bool {
        guard let number = Linear.sum(constant, other.constant, factor) else { return false }
        constant = number
        for atom in other.atoms {
            guard let sum = Linear.sum(factors[atom] ?? .zero, other.factors[atom] ?? .zero, factor) else {
                return false
            }
            if factors.updateValue(sum, forKey: atom) == nil { atoms.append(atom) }
        }
        return true
    }

    private static func sum(_ number: Number, _ other: Number, _ factor: Number) -> Number? {
        Number.product(other, factor).flatMap { Number.sum(number, $0) }
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
