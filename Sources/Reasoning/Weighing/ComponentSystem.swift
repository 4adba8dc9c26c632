import Evidence

/// The rows of one component. Which relations hold, and between which ends each statistic lies, can be set and set again.
struct ComponentSystem {
    var simplex: Simplex
    let network: Network
    let component: Network.Component
    /// By the number of a statistic, that of its variable.
    private let variables: [Int: Int]
    /// By the number of a linear constraint, its row.
    private var rows: [Int: Int] = [:]
    /// By the number of a constraint with a product and a value of its factor, the row with that value in its place.
    private var thresholds: [Int: [Rational: Int]] = [:]
    /// By such a row, the value.
    private var placed: [Int: Rational] = [:]
    /// By row, its constraint.
    private var owners: [Int: Int] = [:]
    /// By statistic, the constraints in which it is the factor of a product.
    private(set) var multiplied: [Int: [Int]] = [:]
    /// By statistic, in how many constraints it stands.
    private(set) var uses: [Int: Int] = [:]
    private(set) var isOn: [Int: Bool] = [:]
    private(set) var ranges: [Int: ClosedRational] = [:]
    /// The constraint by which the factor follows that was asked for last; nil where it was something else.
    private(set) var dividing: Int?
    /// The variables by which it is not one of nothing; nil where nothing but its own ends holds it.
    var dividedBy: [Int]?
    /// Whether the last answer of ``extreme(of:up:)`` is what these rows allow, and not perhaps less.
    var isSure = true
    /// The statistics without any value between their ends.
    private var impossible: Set<Int> = []
    /// The relations that allow less than these rows.
    let loose: [Int]

    /// All relations hold, and the statistics have whatever their units allow.
    init(_ network: Network, _ component: Network.Component, steps: Steps) throws(Steps.Exhausted) {
        self.network = network
        self.component = component
        loose = component.constraints.filter { network.constraints[$0].isLoose }
        var variables: [Int: Int] = [:]
        for node in component.nodes { variables[node] = variables.count }
        self.variables = variables
        simplex = Simplex(variables: variables.count, steps: steps)
        for place in component.constraints {
            let constraint = network.constraints[place]
            try simplex.steps.spend(constraint.nodes.count)
            for node in constraint.nodes { uses[node, default: 0] += 1 }
            if let product = constraint.product {
                multiplied[product.factor, default: []].append(place)
            } else {
                let row = try simplex.add(row(of: constraint.linear))
                rows[place] = row
                owners[row] = place
            }
        }
        for node in component.nodes { try set(node, .all) }
        for place in component.constraints { try hold(place, true) }
    }

    func row(of factors: [Int: Rational]) -> [Int: Rational] {
        var row: [Int: Rational] = [:]
        for (node, factor) in factors { if let variable = variables[node] { row[variable] = factor } }
        return row
    }

    var steps: Steps {
        get { simplex.steps }
        set { simplex.steps = newValue }
    }

    mutating func spend(_ count: Int) throws(Steps.Exhausted) { try simplex.steps.spend(count) }

    /// Sets between which ends a statistic lies, with what its unit allows.
    mutating func set(_ node: Int, _ range: ClosedRational) throws(Steps.Exhausted) {
        guard let variable = variables[node] else { return }
        try simplex.steps.spend(1)
        let range = range.intersection(network.nodes[node].unit)
        guard ranges[node] != range else { return }
        ranges[node] = range
        if range.isEmpty {
            impossible.insert(node)
            return
        }
        impossible.remove(node)
        try simplex.bound(variable, range.low.map { Limit($0) }, range.high.map { Limit($0) })
        for place in multiplied[node] ?? [] { try bound(place) }
    }

    /// Sets whether a relation holds.
    mutating func hold(_ place: Int, _ holds: Bool) throws(Steps.Exhausted) {
        try simplex.steps.spend(1)
        guard isOn[place] != holds else { return }
        isOn[place] = holds
        let constraint = network.constraints[place]
        guard let row = rows[place] else { return try bound(place) }
        let (low, high) = ComponentSystem.limits(constraint.sign, -constraint.constant)
        try simplex.bound(row, holds ? low : nil, holds ? high : nil)
    }

    /// Between which limits a sum lies that is compared with a number.
    private static func limits(_ sign: Comparison.Sign, _ number: Rational) -> (Limit?, Limit?) {
        switch sign {
        case .equal: (Limit(number), Limit(number))
        case .atMost: (nil, Limit(number))
        case .atLeast: (Limit(number), nil)
        case .less: (nil, Limit(number, -1))
        case .more: (Limit(number, 1), nil)
        }
    }

    /// Sets the rows of a constraint with a product, by the ends of its factor.
    private mutating func bound(_ place: Int) throws(Steps.Exhausted) {
        let constraint = network.constraints[place]
        guard let product = constraint.product, let range = ranges[product.factor] else { return }
        let holds = isOn[place] ?? false
        for row in thresholds[place, default: [:]].values { try simplex.bound(row, nil, nil) }
        guard holds, !range.isEmpty else { return }
        // With the lower end in place of the factor, the whole is too little, or just right; with the upper one, too much.
        let ends = product.isPositive ? (range.low, range.high) : (range.high, range.low)
        var found: [(row: Int, low: Limit?, high: Limit?)] = []
        if let end = ends.0 {
            let (row, constant) = try threshold(end, place, product)
            found.append((row, nil, ComponentSystem.limits(constraint.sign, -constant).1))
        }
        if let end = ends.1 {
            let (row, constant) = try threshold(end, place, product)
            let low = ComponentSystem.limits(constraint.sign, -constant).0
            if let first = found.first, first.row == row {
                found[0].low = low
            } else {
                found.append((row, low, nil))
            }
        }
        for (row, low, high) in found { try simplex.bound(row, low, high) }
    }

    /// Returns the row with a value in place of the factor, and the number beside it.
    private mutating func threshold(
        _ value: Rational, _ place: Int, _ product: Constraint.Product
    ) throws(Steps.Exhausted) -> (row: Int, constant: Rational) {
        let constraint = network.constraints[place]
        let constant = constraint.constant + value * product.constant
        if let row = thresholds[place]?[value] { return (row, constant) }
        try simplex.steps.spend(constraint.nodes.count)
        let factors = constraint.linear.merging(product.terms.mapValues { $0 * value }, uniquingKeysWith: +)
        let row = try simplex.add(row(of: factors))
        thresholds[place, default: [:]][value] = row
        placed[row] = value
        owners[row] = place
        return (row, constant)
    }

    /// Whether all can be so.
    mutating func isPossible() throws(Steps.Exhausted) -> Bool {
        dividing = nil
        guard impossible.isEmpty else { return false }
        return try simplex.solve()
    }

    /// The statistics and the relations that hold the last answer back: that it is not possible, or how far a statistic goes. Of
    /// factors, the end that does.
    var support: (nodes: Set<Int>, constraints: Set<Int>, ends: [Int: Rational]) {
        if let node = impossible.min() { return ([node], [], [:]) }
        var ends: [Int: Rational] = [:]
        var (nodes, constraints): (Set<Int>, Set<Int>) = ([], Set([dividing].compactMap { $0 }))
        if let factor = dividing.flatMap({ network.constraints[$0].product?.factor }), dividedBy == nil {
            return ([factor], [], [:])
        }
        for variable in simplex.support + (dividing == nil ? [] : dividedBy ?? []) {
            if variable < component.nodes.count {
                nodes.insert(component.nodes[variable])
            } else if let place = owners[variable] {
                constraints.insert(place)
                if let product = network.constraints[place].product {
                    nodes.insert(product.factor)
                    ends[product.factor] = placed[variable]
                }
            }
        }
        return (nodes, constraints, ends)
    }

    /// Whether the statistic is the factor of a product, and stands nowhere else: its value follows from the others.
    func isFactor(_ node: Int) -> Bool { multiplied[node]?.count == 1 && uses[node] == 1 }

    /// The value that a statistic has, once ``isPossible()`` has said so; nil where it may have any between its ends.
    func value(of node: Int) -> Limit? {
        guard let variable = variables[node] else { return nil }
        guard let place = multiplied[node]?.first, isFactor(node), isOn[place] == true else {
            return simplex.value(of: variable)
        }
        let (sum, times) = parts(of: place)
        guard times.value.sign != 0, network.constraints[place].sign == .equal else { return nil }
        return Limit(-sum.value / times.value)
    }

    /// What stands by itself in a constraint with a product, and what its factor is multiplied with.
    func parts(of place: Int) -> (sum: Limit, times: Limit) {
        let constraint = network.constraints[place]
        let value = { (factors: [Int: Rational], constant: Rational) in
            factors.reduce(Limit(constant)) { sum, term in
                variables[term.key].map { sum + simplex.value(of: $0) * term.value } ?? sum
            }
        }
        return (
            value(constraint.linear, constraint.constant),
            value(constraint.product?.terms ?? [:], constraint.product?.constant ?? .zero)
        )
    }

    /// Returns the highest, or the lowest, value that a statistic can have, once ``isPossible()`` has said that all can be so;
    /// nil without end.
    mutating func extreme(of node: Int, up: Bool) throws(Steps.Exhausted) -> Limit? {
        guard let variable = variables[node] else { return nil }
        guard let place = multiplied[node]?.first, isFactor(node), isOn[place] == true,
            let product = network.constraints[place].product
        else {
            isSure = true
            return try simplex.extreme(of: variable, up: up)
        }
        dividing = place
        isSure = true
        return try extreme(ofFactor: node, of: product, in: place, up: up)
    }
}
