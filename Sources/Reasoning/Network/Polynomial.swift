import Evidence

/// A sum of products of unknowns, none of more than two, with factors.
struct Polynomial {
    /// By the numbers of the unknowns in ascending order: none of a number, two of a product.
    private(set) var terms: [[Int]: Rational]

    /// The most terms that are worked out.
    private static let mostTerms = 4_096

    private init(_ terms: [[Int]: Rational]) { self.terms = terms.filter { !$0.value.isZero } }

    init(_ number: Rational) { self.init([[]: number]) }

    /// Creates a sum of unknowns, by their factors.
    init(_ factors: [Int: Rational]) {
        self.init(Dictionary(uniqueKeysWithValues: factors.map { ([$0.key], $0.value) }))
    }

    /// The number beside the unknowns.
    var constant: Rational { terms[[]] ?? .zero }

    /// The factors of what stands by itself.
    var linear: [Int: Rational] {
        Dictionary(uniqueKeysWithValues: terms.filter { $0.key.count == 1 }.map { ($0.key[0], $0.value) })
    }

    /// The products of two unknowns.
    var products: [[Int]: Rational] { terms.filter { $0.key.count == 2 } }

    /// The number that it is, where it is one.
    var number: Rational? { terms.keys.allSatisfy(\.isEmpty) ? constant : nil }

    /// The value, by those of the unknowns.
    func value(_ unknown: (Int) -> Rational) -> Rational {
        terms.reduce(.zero) { $0 + $1.key.reduce($1.value) { $0 * unknown($1) } }
    }

    static func + (left: Polynomial, right: Polynomial) -> Polynomial {
        Polynomial(left.terms.merging(right.terms, uniquingKeysWith: +))
    }

    static prefix func - (operand: Polynomial) -> Polynomial { Polynomial(operand.terms.mapValues { -$0 }) }

    /// Returns the product; nil where it has a product of three, or too many terms.
    static func product(_ left: Polynomial, _ right: Polynomial) -> Polynomial? {
        guard left.terms.count * right.terms.count <= mostTerms else { return nil }
        var terms: [[Int]: Rational] = [:]
        for (one, factor) in left.terms {
            for (other, second) in right.terms {
                let key = (one + other).sorted()
                guard key.count <= 2 else { return nil }
                terms[key, default: .zero] = (terms[key] ?? .zero) + factor * second
            }
        }
        return Polynomial(terms)
    }
}

/// One polynomial divided by another.
struct PolynomialQuotient {
    let numerator, denominator: Polynomial
    /// All that is divided by on the way, but numbers: none of it is zero.
    let divisors: [Polynomial]

    /// Works out an expression of terms; nil where there are days in it, or products that are not worked with.
    init?(_ expression: Expression, _ term: @escaping (Int) -> Polynomial?) {
        let both = { (left: Expression, right: Expression) -> (PolynomialQuotient, PolynomialQuotient)? in
            guard let one = PolynomialQuotient(left, term), let other = PolynomialQuotient(right, term) else {
                return nil
            }
            return (one, other)
        }
        switch expression {
        case .number(let number): self.init(Polynomial(Rational(number)))
        case .term(let place):
            guard let polynomial = term(place) else { return nil }
            self.init(polynomial)
        case .sum(let addends):
            var sum = PolynomialQuotient(Polynomial(.zero))
            for addend in addends {
                guard let next = PolynomialQuotient(addend, term), let total = PolynomialQuotient.sum(sum, next) else {
                    return nil
                }
                sum = total
            }
            self = sum
        case .negative(let operand):
            guard let value = PolynomialQuotient(operand, term) else { return nil }
            self.init(-value.numerator, over: value.denominator, value.divisors)
        case .percent(let operand):
            guard let value = PolynomialQuotient(operand, term),
                let hundredth = Polynomial.product(value.numerator, Polynomial(.one / 100))
            else { return nil }
            self.init(hundredth, over: value.denominator, value.divisors)
        case .product(let left, let right):
            guard let (one, other) = both(left, right), let top = Polynomial.product(one.numerator, other.numerator),
                let bottom = Polynomial.product(one.denominator, other.denominator)
            else { return nil }
            self.init(top, over: bottom, one.divisors + other.divisors)
        case .quotient(let left, let right):
            guard let (one, other) = both(left, right), let top = Polynomial.product(one.numerator, other.denominator),
                let bottom = Polynomial.product(one.denominator, other.numerator), bottom.number != .zero
            else { return nil }
            let divisors = other.numerator.number == nil ? [other.numerator] : []
            self.init(top, over: bottom, one.divisors + other.divisors + divisors)
        case .days, .years: return nil
        }
    }

    private init(
        _ numerator: Polynomial, over denominator: Polynomial = Polynomial(.one), _ divisors: [Polynomial] = []
    ) {
        self.numerator = numerator
        self.denominator = denominator
        self.divisors = divisors
    }

    static func sum(_ left: PolynomialQuotient, _ right: PolynomialQuotient) -> PolynomialQuotient? {
        if let one = left.denominator.number, one == right.denominator.number {
            return PolynomialQuotient(
                left.numerator + right.numerator, over: left.denominator, left.divisors + right.divisors)
        }
        guard let one = Polynomial.product(left.numerator, right.denominator),
            let other = Polynomial.product(right.numerator, left.denominator),
            let bottom = Polynomial.product(left.denominator, right.denominator)
        else { return nil }
        return PolynomialQuotient(one + other, over: bottom, left.divisors + right.divisors)
    }

    /// Returns what is taken from it.
    func minus(_ other: PolynomialQuotient) -> PolynomialQuotient? {
        PolynomialQuotient.sum(self, PolynomialQuotient(-other.numerator, over: other.denominator, other.divisors))
    }
}
