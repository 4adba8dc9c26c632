import Evidence

extension ComponentSystem {
    /// Returns how far a factor goes that stands in one product alone: a quotient of two sums. As long as one of the sums less so
    /// many times the other is above zero, the quotient can be more (Dinkelbach 1967); there are as many steps as corners at the
    /// most. Where the sums go on without end, the quotient comes as near to that of their rates as one likes.
    mutating func extreme(
        ofFactor node: Int, of product: Constraint.Product, in place: Int, up: Bool
    ) throws(Steps.Exhausted) -> Limit? {
        let constraint = network.constraints[place]
        let end = (up ? ranges[node]?.high : ranges[node]?.low).map { Limit($0) }
        dividedBy = nil
        guard constraint.sign == .equal else { return end }
        var trial = self
        defer { steps = trial.steps }
        try trial.spend(simplex.count)
        // Where the factor may be one of nothing, it may be anything.
        let times = try trial.simplex.add(row(of: product.terms))
        let least = try trial.simplex.extreme(of: times, up: !product.isPositive)
        guard let least, !(least.value + product.constant).isZero else {
            isSure = least?.isReached ?? false
            simplex = trial.simplex
            return end
        }
        dividedBy = trial.simplex.support
        // The quotient is more where −sum − quotient × multiplier is above zero, or below, by the sign of the multiplier.
        let isUp = up == product.isPositive
        var quotient = trial.quotient(of: place)
        while true {
            var factors = constraint.linear.mapValues { -$0 }
            for (node, factor) in product.terms { factors[node] = (factors[node] ?? .zero) - factor * quotient }
            try trial.spend(factors.count)
            let constant = -constraint.constant - quotient * product.constant
            let objective = try trial.simplex.add(row(of: factors))
            guard let most = try trial.simplex.extreme(of: objective, up: isUp) else {
                guard let rate = trial.rate(of: place) else { return end }
                quotient = rate
                continue
            }
            let excess = most + Limit(constant)
            if isUp ? excess.value <= .zero : excess.value >= .zero {
                simplex = trial.simplex
                return Limit(quotient, excess == .zero ? .zero : up ? -1 : 1)
            }
            quotient = trial.quotient(of: place)
        }
    }

    /// What a factor is where the values are; zero where it may be anything.
    private func quotient(of place: Int) -> Rational {
        let (sum, times) = parts(of: place)
        return times.value.isZero ? .zero : -sum.value / times.value
    }

    /// What a factor comes near to, on the way that is without end; nil where that has no end either.
    private func rate(of place: Int) -> Rational? {
        let constraint = network.constraints[place]
        let rate = { (factors: [Int: Rational]) in
            row(of: factors).reduce(Rational.zero) { $0 + simplex.rate(of: $1.key) * $1.value }
        }
        let times = rate(constraint.product?.terms ?? [:])
        return times.isZero ? nil : -rate(constraint.linear) / times
    }
}

// MARK: - What may not be so

extension ComponentSystem {
    /// Returns the relations because of which a statistic may not go so far: those that do not hold with the values that there
    /// are, and allow less than these rows. `isAllowed` tells what the figures of a statistic allow.
    func doubts(of node: Int, at limit: Limit?, _ isAllowed: (Int, Limit) -> Bool) -> Set<Int> {
        var doubts = Set(isSure ? [] : [dividing].compactMap { $0 })
        guard !loose.isEmpty else { return doubts }
        guard let limit, limit.isReached,
            component.nodes.allSatisfy({ $0 == node || self.value(of: $0)?.isReached ?? true })
        else { return doubts.union(loose) }
        var values: [Int: Rational] = [node: limit.value]
        for place in loose {
            guard let factor = network.constraints[place].product?.factor, values[factor] == nil else { continue }
            values[factor] = value(ofFactor: factor, isAllowed)
        }
        let value = { (node: Int) in values[node] ?? self.value(of: node)?.value ?? .zero }
        for place in loose where !network.constraints[place].holds(value) { doubts.insert(place) }
        for factor in values.keys where factor != node && !isAllowed(factor, Limit(value(factor))) {
            doubts.formUnion(multiplied[factor] ?? [])
        }
        return doubts
    }

    /// Gives each factor of a product that allows less than these rows one value, for which they say all of it. Returns whether
    /// all can be so when a statistic is where it is.
    mutating func settle(
        _ node: Int, at value: Rational, _ isAllowed: (Int, Limit) -> Bool
    ) throws(Steps.Exhausted) -> Bool {
        try spend(simplex.count)
        try set(node, ClosedRational(value, value))
        guard try isPossible() else { return false }
        for factor in Set(loose.compactMap { network.constraints[$0].product?.factor }).sorted() where factor != node {
            guard let range = ranges[factor] else { continue }
            let ends = [range.low, range.high].compactMap { $0 }
            let candidates = ((multiplied[factor] ?? []).map(quotient) + ends).filter {
                range.contains(Limit($0)) && isAllowed(factor, Limit($0))
            }
            var isSettled = false
            for candidate in candidates where !isSettled {
                try set(factor, ClosedRational(candidate, candidate))
                isSettled = try isPossible()
            }
            guard isSettled else { return false }
        }
        return true
    }

    /// The value of a factor by which its products hold, where there is one.
    private func value(ofFactor factor: Int, _ isAllowed: (Int, Limit) -> Bool) -> Rational? {
        let places = multiplied[factor] ?? []
        guard uses[factor] == places.count else { return nil }
        let ends = [ranges[factor]?.low, ranges[factor]?.high].compactMap { $0 }
        return (places.map(quotient) + ends).first { candidate in
            isAllowed(factor, Limit(candidate))
                && places.allSatisfy { place in
                    network.constraints[place].holds { node in
                        node == factor ? candidate : value(of: node)?.value ?? .zero
                    }
                }
        }
    }
}
