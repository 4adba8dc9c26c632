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
    private let spans: Set<Expression.Span>

    private struct Sides: Hashable {
        let left, right: Expression
    }

    /// How many numbers, terms and signs stand in it: what it costs to compare its sides once.
    package var size: Int { left.size + right.size + collected.left.size + collected.right.size }

    package init(
        _ left: Expression, _ sign: Comparison.Sign, _ right: Expression, spans: Set<Expression.Span> = []
    ) {
        self.left = left
        self.sign = sign
        self.right = right
        self.spans = spans
        if var linear = Linear(.sum([left, .negative(right)])) {
            for span in spans { linear.join(span) }
            let sides = linear.sides
            collected = Sides(left: sides.left, right: sides.right)
        } else {
            collected = Sides(left: left, right: right)
        }
        let terms = collected.left.terms + collected.right.terms
        isLoose = Set(terms).count < terms.count
    }

    /// Returns the formula with other terms in place of some, by their places, and with what it knows of their days.
    func replacing(_ terms: [Int: Int], spans: Set<Expression.Span>) -> Formula {
        Formula(left.replacing(terms), sign, right.replacing(terms), spans: spans)
    }

    /// The terms that are added or compared as they are, once each, in the order in which they stand.
    package var bareTerms: [Int] { (left.bareTerms + right.bareTerms).uniqued() }

    /// Compares the sides; `amounts` are those of the terms. The right side is what is stated, or where `isMirrored`, the
    /// left one.
    package func comparison(of amounts: [Amount], isMirrored: Bool = false) -> Comparison {
        let value = { (side: Expression) in side.value(of: amounts, spans: spans) }
        let written = Comparison.Sides(value(left), value(right), isMirrored: isMirrored)
        let isWritten = collected.left == left && collected.right == right
        let tested =
            isWritten
            ? written : Comparison.Sides(value(collected.left), value(collected.right), isMirrored: isMirrored)
        return Comparison(
            sign: isMirrored ? sign.mirrored : sign, tested, written: written, isLoose: isLoose)
    }
}

extension Comparison.Sides {
    fileprivate init(_ left: Amount, _ right: Amount, isMirrored: Bool) {
        self.init(computed: isMirrored ? right : left, stated: isMirrored ? left : right)
    }
}
