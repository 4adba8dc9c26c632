package import Evidence

/// A relation as it is worked with: a sum of unknowns, and perhaps one product, compared with zero.
package struct Constraint: Sendable {
    /// An unknown that is multiplied with a sum of others which has one sign. Where that unknown lies between two numbers, the
    /// whole lies between two sums: with no more than that said of it, nothing is lost, unless it stands elsewhere as well.
    struct Product: Sendable {
        /// The number of the statistic that is multiplied.
        let factor: Int
        /// What it is multiplied with.
        let terms: [Int: Rational]
        let constant: Rational
        /// Whether that is never below zero; otherwise it is never above.
        let isPositive: Bool
    }

    package let relation: Relation
    let sign: Comparison.Sign
    let linear: [Int: Rational]
    let constant: Rational
    let product: Product?
    /// What the relation divides by that may be zero as far as units allow, which it must not.
    let divisors: [Polynomial]
    /// Whether there are values that are allowed here and not by the relation.
    package let isLoose: Bool

    /// The numbers of its statistics, ascending.
    package let nodes: [Int]

    /// `numbers` has those of the statistics by their ids, `factor` what the figures of one are multiplied by to be in the unit
    /// of the relation, `isShared` tells which stand in other relations as well. nil where it multiplies unknowns in a way that
    /// is not worked with.
    init?(
        _ relation: Relation, _ equation: Equation, _ numbers: [String: Int], _ factor: @escaping (String) -> Rational,
        _ units: [ClosedRational], _ isShared: @escaping (Int) -> Bool
    ) {
        let term = { (place: Int) -> Polynomial? in
            guard equation.sides.indices.contains(place) else { return nil }
            var factors: [Int: Rational] = [:]
            for id in equation.sides[place] {
                guard let number = numbers[id] else { return nil }
                factors[number] = (factors[number] ?? .zero) + factor(id)
            }
            return Polynomial(factors)
        }
        let formula = equation.form.formula
        guard let left = PolynomialQuotient(formula.left, term), let right = PolynomialQuotient(formula.right, term),
            let difference = left.minus(right)
        else { return nil }
        let terms = difference.numerator
        var sign = formula.sign
        if let divisor = difference.denominator.number {
            if divisor.sign < 0 { sign = sign.mirrored }
        } else {
            // Nothing is divided by zero: who multiplies loses that, and the sign.
            let divisor = difference.denominator
            guard divisor.products.isEmpty || sign == .equal else { return nil }
            let range = divisor.products.isEmpty ? Constraint.range(divisor.linear, divisor.constant, units) : .all
            let (isAbove, isBelow) = (range.low.map { $0.sign >= 0 } ?? false, range.high.map { $0.sign <= 0 } ?? false)
            guard sign == .equal || isAbove || isBelow else { return nil }
            if isBelow, !isAbove { sign = sign.mirrored }
        }
        divisors = difference.divisors.filter { divisor in
            let range = divisor.products.isEmpty ? Constraint.range(divisor.linear, divisor.constant, units) : .all
            return !(range.low.map { $0.sign > 0 } ?? false) && !(range.high.map { $0.sign < 0 } ?? false)
        }
        var isLoose = !divisors.isEmpty
        let products = terms.products
        if products.isEmpty {
            product = nil
            linear = terms.linear
        } else {
            guard let product = Constraint.product(of: terms, units, isShared) else { return nil }
            self.product = product
            linear = terms.linear.filter { $0.key != product.factor }
            // Two relations would hold the factor to one value. One without a bound may be as large as it takes, but not of
            // nothing. How far it goes is worked out of equalities alone.
            let unit = units[product.factor]
            if isShared(product.factor) || unit.low == nil || unit.high == nil || sign != .equal { isLoose = true }
        }
        self.relation = relation
        self.sign = sign
        constant = terms.constant
        self.isLoose = isLoose
        nodes = Set(terms.terms.keys.joined()).sorted()
    }

    /// Whether the relation holds of these values.
    func holds(_ value: (Int) -> Rational) -> Bool {
        var total = linear.reduce(constant) { $0 + value($1.key) * $1.value }
        if let product {
            let sum = product.terms.reduce(product.constant) { $0 + value($1.key) * $1.value }
            total = total + value(product.factor) * sum
        }
        let holds =
            switch sign {
            case .equal: total.isZero
            case .atMost: total.sign <= 0
            case .atLeast: total.sign >= 0
            case .less: total.sign < 0
            case .more: total.sign > 0
            }
        return holds && divisors.allSatisfy { !$0.value(value).isZero }
    }

    /// The unknown that stands in all products, once in each, such that what it is multiplied with has one sign.
    private static func product(
        of terms: Polynomial, _ units: [ClosedRational], _ isShared: @escaping (Int) -> Bool
    ) -> Product? {
        let products = terms.products
        guard let first = products.keys.first else { return nil }
        // The factor is best one that stands nowhere else, and has bounds, such as a percentage.
        let rank = { (node: Int) in
            (isShared(node) ? 2 : 0) + (units[node].low == nil || units[node].high == nil ? 1 : 0)
        }
        for factor in first.sorted(by: { (rank($0), $0) < (rank($1), $1) })
        where products.keys.allSatisfy({ $0.contains(factor) && $0[0] != $0[1] }) {
            var others: [Int: Rational] = [:]
            for (key, value) in products { others[key[0] == factor ? key[1] : key[0]] = value }
            let constant = terms.linear[factor] ?? .zero
            let range = range(others, constant, units)
            let (isAbove, isBelow) = (range.low.map { $0.sign >= 0 } ?? false, range.high.map { $0.sign <= 0 } ?? false)
            guard isAbove || isBelow else { continue }
            return Product(factor: factor, terms: others, constant: constant, isPositive: isAbove)
        }
        return nil
    }

    /// From the lowest to the highest value of a sum, by what the units allow.
    static func range(_ terms: [Int: Rational], _ constant: Rational, _ units: [ClosedRational]) -> ClosedRational {
        var (low, high): (Rational?, Rational?) = (constant, constant)
        for (node, factor) in terms {
            let unit = units[node]
            let ends = factor.sign > 0 ? (unit.low, unit.high) : (unit.high, unit.low)
            low = low.flatMap { sum in ends.0.map { sum + $0 * factor } }
            high = high.flatMap { sum in ends.1.map { sum + $0 * factor } }
        }
        return ClosedRational(low, high)
    }
}
