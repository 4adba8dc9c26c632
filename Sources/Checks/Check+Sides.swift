import Evidence

/// What the sides of a reading are: a source's figure, or worked out.
extension Check {
    /// Whether one side of a reading is one figure as its source states it, and the other is worked out, so that
    /// `stated` and `computed` are called so. Otherwise neither is: both are figures or both are worked out, or what is
    /// stated had to be brought into another unit, or is a number of the editor's.
    package func isWorkedOut(_ reading: Reading) -> Bool {
        guard let equation = relation.constraint.equation, equation.form != .same else { return false }
        let (computed, _, stated) = equation.form.explained
        guard case .term(let place) = stated, reading.sides.indices.contains(place) else { return false }
        let figures = reading.sides[place]
        return figures.count == 1 && !figures[0].quantity.isConverted && reading.works(out: computed)
    }
}

extension Reading {
    /// Whether there is anything to work out in it.
    fileprivate func works(out expression: Expression) -> Bool {
        switch expression {
        case .number: false
        case .term(let place): sides.indices.contains(place) && sides[place].count > 1
        case .sum, .negative, .product, .quotient, .percent, .days, .years: true
        }
    }
}
