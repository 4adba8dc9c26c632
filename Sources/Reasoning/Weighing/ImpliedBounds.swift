/// Works out how far the statistics of a component can go.
struct ImpliedBounds {
    private let network: Network
    private(set) var system: ComponentSystem

    init(_ network: Network, _ system: ComponentSystem) {
        self.network = network
        self.system = system
    }

    var steps: Steps {
        get { system.steps }
        set { system.steps = newValue }
    }

    /// The intervals of the statistics, but of those that go without.
    private func options(without dropped: Set<Int>) -> [Int: [ClosedRational]] {
        var options: [Int: [ClosedRational]] = [:]
        for node in system.component.nodes where !dropped.contains(node) && !network.nodes[node].options.isEmpty {
            options[node] = network.nodes[node].options
        }
        return options
    }

    /// Whether there is a choice of all statistics but these.
    mutating func isPossible(without dropped: Set<Int>) throws(Steps.Exhausted) -> Bool {
        try Search.isPossible(options(without: dropped), in: &system)
    }

    /// Whether figures of these statistics alone fit together.
    mutating func isPossible(only nodes: Set<Int>) throws(Steps.Exhausted) -> Bool {
        try isPossible(without: Set(system.component.nodes).subtracting(nodes))
    }

    /// Returns how far a statistic can go when of each knot one of its sets of statistics goes without; nil where there is no
    /// choice then.
    mutating func bounds(
        of node: Int, withOwn: Bool, dropping dropped: [[Set<Int>]]
    ) throws(Steps.Exhausted) -> Implied? {
        let options = options(without: withOwn ? [] : [node])
        guard let low = try Search.extreme(of: node, up: false, options, dropping: dropped, in: &system) else {
            return nil
        }
        let lowEnd = try end(low, of: node, up: false)
        guard let high = try Search.extreme(of: node, up: true, options, dropping: dropped, in: &system) else {
            return nil
        }
        return Implied(
            lowEnd, try end(high, of: node, up: true), without: dropped.map { $0.map { $0.sorted() } },
            isWhole: network.nodes[node].isWhole)
    }

    /// Returns the end with what it rests on.
    private mutating func end(_ found: Search.Found, of node: Int, up: Bool) throws(Steps.Exhausted) -> Implied.End? {
        guard let limit = found.limit else { return nil }
        return Implied.End(
            value: limit.value, isReached: limit.isReached, basis: try basis(of: limit, node, up: up, found.values))
    }

    /// Returns a minimal set of figures and relations by which a statistic goes no further. The figures are those of a choice
    /// by which it goes as far, in which each statistic has a value.
    private mutating func basis(
        of limit: Limit, _ node: Int, up: Bool, _ values: [Int: Limit?]
    ) throws(Steps.Exhausted) -> Implied.Basis {
        var figures: [Int: Int] = [:]
        for (other, value) in values {
            figures[other] = network.nodes[other].figures.first { figure in
                value.map(network.figures[figure].range.contains) ?? true
            }
        }
        for other in system.component.nodes {
            try system.set(other, figures[other].map { network.figures[$0].range } ?? .all)
        }
        guard try holds(limit, node, up) else { return Implied.Basis(figures: [], constraints: []) }
        // Where a factor goes furthest, nothing tells all that holds it.
        let isFactor = system.isFactor(node)
        let support =
            isFactor
            ? (nodes: Set(system.component.nodes), constraints: Set(system.component.constraints)) : system.support
        for place in system.component.constraints where !support.constraints.contains(place) {
            try system.hold(place, false)
        }
        for (other, _) in figures where !support.nodes.contains(other) {
            figures[other] = nil
            try system.set(other, .all)
        }
        for (other, figure) in figures.sorted(by: { $0.key < $1.key }) {
            try system.set(other, .all)
            if try holds(limit, node, up) {
                figures[other] = nil
            } else {
                try system.set(other, network.figures[figure].range)
            }
        }
        var constraints: [Int] = []
        for place in system.component.constraints where support.constraints.contains(place) {
            try system.hold(place, false)
            if try !holds(limit, node, up) {
                try system.hold(place, true)
                constraints.append(place)
            }
        }
        for place in system.component.constraints { try system.hold(place, true) }
        return Implied.Basis(figures: figures.values.sorted(), constraints: constraints)
    }

    /// Whether the statistic goes no further.
    private mutating func holds(_ limit: Limit, _ node: Int, _ up: Bool) throws(Steps.Exhausted) -> Bool {
        guard try system.isPossible() else { return true }
        guard let found = try system.extreme(of: node, up: up) else { return false }
        return found.value == limit.value && found.isReached == limit.isReached
    }
}
