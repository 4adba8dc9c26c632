/// What is told of the values of a statistic, or of a sum of some.
protocol TreeValues {
    init(_ span: LimitSpan)

    /// What both allow.
    func intersection(_ other: Self) -> Self

    /// All sums of a value of either.
    func sum(_ other: Self) -> Self

    /// All values so many times; the factor is not zero.
    func times(_ factor: Rational) -> Self

    /// From the lowest to the highest value; nil where there is none.
    var hull: LimitSpan? { get }

    /// How much it costs to work with it.
    var size: Int { get }

    /// A span in place of the values, as sure as they are.
    func replaced(by span: LimitSpan) -> Self
}

/// What is told of one end has nothing to do with the other: there may be nothing between them.
extension LimitSpan: TreeValues {
    init(_ span: LimitSpan) { self = span }

    var hull: LimitSpan? { self }
    var size: Int { 1 }

    func replaced(by span: LimitSpan) -> LimitSpan { span }
}

extension TreeValues {
    /// Returns, by the place of each, what is made of `first` and all others.
    static func withoutEach(
        _ all: [Self], from first: Self, _ steps: inout Steps, _ join: (Self, Self) -> Self
    ) throws(Steps.Exhausted) -> [Self] {
        var after = [first]
        for values in all.reversed().dropLast() {
            let last = after[after.count - 1]
            try steps.spend(4 * (1 + last.size * values.size))
            after.append(join(last, values))
        }
        var found: [Self] = []
        var before: Self?
        for (place, values) in all.enumerated() {
            let rest = after[all.count - 1 - place]
            guard let earlier = before else {
                found.append(rest)
                before = values
                continue
            }
            try steps.spend(4 * (2 + earlier.size * (rest.size + values.size)))
            found.append(join(earlier, rest))
            before = join(earlier, values)
        }
        return found
    }
}

extension LimitSet: TreeValues {}
