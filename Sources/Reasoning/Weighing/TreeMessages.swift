import Evidence

/// What each relation of a component without circles tells each of its statistics, and each statistic its relations: from the
/// leaves to a root, and back.
///
/// There what lies behind a relation has nothing to do with what lies behind another, so that what each allows can be told by
/// itself.
struct TreeMessages<Values: TreeValues> {
    /// A statistic in a relation.
    struct Term {
        let node: Int
        let factor: Rational
        /// What the statistic can be by all but this relation, and what it can be by this relation alone.
        fileprivate(set) var before: Values
        fileprivate(set) var after: Values
    }

    struct Row {
        /// The number of the relation.
        let constraint: Int
        let sign: Comparison.Sign
        let constant: Values
        /// By the numbers of the statistics, ascending.
        fileprivate(set) var terms: [Term]
    }

    /// The places of a relation, and of a statistic in it.
    struct Use {
        let row: Int
        let term: Int
    }

    private(set) var rows: [Row] = []
    /// By the number of a statistic, where it stands.
    private(set) var uses: [Int: [Use]] = [:]

    /// `own` is what is said of each statistic by itself.
    init(
        _ network: Network, _ component: Network.Component, steps: inout Steps, own: (Int) -> Values
    ) throws(Steps.Exhausted) {
        let all = Values(.all)
        for (row, place) in component.constraints.enumerated() {
            let constraint = network.constraints[place]
            let linear = constraint.linear.sorted { $0.key < $1.key }
            try steps.spend(4 * (linear.count + 1))
            for (term, (node, _)) in linear.enumerated() { uses[node, default: []].append(Use(row: row, term: term)) }
            let number = Limit(constraint.constant)
            rows.append(
                Row(
                    constraint: place, sign: constraint.sign, constant: Values(LimitSpan(number, number)),
                    terms: linear.map { Term(node: $0.key, factor: $0.value, before: all, after: all) }))
        }
        try work(from: component.nodes.first ?? 0, &steps, own)
    }

    private mutating func work(
        from root: Int, _ steps: inout Steps, _ own: (Int) -> Values
    ) throws(Steps.Exhausted) {
        // The statistics, each after the one that is nearer to the root, with the relation between.
        var order: [(node: Int, towards: Use?)] = [(root, nil)]
        var next = 0
        while next < order.count {
            let (node, towards) = order[next]
            next += 1
            for use in uses[node] ?? [] where use.row != towards?.row {
                for term in rows[use.row].terms.indices where term != use.term {
                    order.append((rows[use.row].terms[term].node, Use(row: use.row, term: term)))
                }
            }
        }
        for (node, towards) in order.reversed() {
            var values = own(node)
            for use in uses[node] ?? [] where use.row != towards?.row {
                let after = try told(use, &steps)
                rows[use.row].terms[use.term].after = after
                try steps.spend(4 * (values.size * after.size))
                values = values.intersection(after)
            }
            if let towards { rows[towards.row].terms[towards.term].before = values }
        }
        for (node, towards) in order {
            let users = uses[node] ?? []
            let told = users.map { self[$0].after }
            let values = try Values.withoutEach(told, from: own(node), &steps) { $0.intersection($1) }
            for (use, values) in zip(users, values) where use.row != towards?.row {
                rows[use.row].terms[use.term].before = values
                try spread(from: use, &steps)
            }
        }
    }

    subscript(use: Use) -> Term { rows[use.row].terms[use.term] }

    /// What a relation tells one of its statistics, by what the others can be.
    private func told(_ use: Use, _ steps: inout Steps) throws(Steps.Exhausted) -> Values {
        let row = rows[use.row]
        var sum = row.constant
        for (place, term) in row.terms.enumerated() where place != use.term {
            try steps.spend(4 * (sum.size * term.before.size))
            sum = sum.sum(term.before.times(term.factor))
        }
        return solved(sum, use)
    }

    /// Works out what a relation tells each of its statistics but the one that has been told.
    private mutating func spread(from use: Use, _ steps: inout Steps) throws(Steps.Exhausted) {
        let parts = rows[use.row].terms.map { $0.before.times($0.factor) }
        let sums = try Values.withoutEach(parts, from: rows[use.row].constant, &steps) { $0.sum($1) }
        for place in sums.indices where place != use.term {
            rows[use.row].terms[place].after = solved(sums[place], Use(row: use.row, term: place))
        }
    }

    /// What a term can be, so that with one of the values of `sum` its relation holds.
    private func solved(_ sum: Values, _ use: Use) -> Values {
        let inverse = Rational.one / self[use].factor
        guard let hull = sum.hull else { return sum }
        let span: LimitSpan
        switch rows[use.row].sign {
        case .equal: return sum.times(-inverse)
        case .atMost: span = LimitSpan(hull.low, nil)
        case .less: span = LimitSpan(hull.low.map { $0 + Limit(.zero, 1) }, nil)
        case .atLeast: span = LimitSpan(nil, hull.high)
        case .more: span = LimitSpan(nil, hull.high.map { $0 - Limit(.zero, 1) })
        }
        return sum.replaced(by: span.times(-inverse))
    }

    /// What a statistic can be by all of its relations, and by what is said of it by itself.
    func values(of node: Int, _ own: Values, _ steps: inout Steps) throws(Steps.Exhausted) -> Values {
        var values = own
        for use in uses[node] ?? [] {
            try steps.spend(4 * (values.size * self[use].after.size))
            values = values.intersection(self[use].after)
        }
        return values
    }
}
