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
            value: limit.value, isReached: limit.isReached, basis: try basis(of: limit, node, up: up, found))
    }

    /// Returns a minimal set of figures and relations by which a statistic goes no further. The figures are those of a choice by
    /// which it goes as far.
    private mutating func basis(
        of limit: Limit, _ node: Int, up: Bool, _ found: Search.Found
    ) throws(Steps.Exhausted) -> Implied.Basis {
        var figures: [Int: Int] = [:]
        for (other, value) in found.values {
            figures[other] = network.nodes[other].figures.first { figure in
                value.map(network.figures[figure].range.contains) ?? true
            }
        }
        // What holds it back is little of the whole.
        let nodes = found.constraints.flatMap { network.constraints[$0].nodes } + figures.keys + [node]
        let part = Network.Component(nodes: Set(nodes).sorted(), constraints: found.constraints.sorted())
        var small = try ComponentSystem(network, part, steps: steps)
        defer { steps = small.steps }
        for (other, figure) in figures { try small.set(other, network.figures[figure].range) }
        for (other, figure) in figures.sorted(by: { $0.key < $1.key }) {
            try small.set(other, .all)
            if try small.holds(node, to: limit, up: up) {
                figures[other] = nil
            } else {
                try small.set(other, network.figures[figure].range)
            }
        }
        var constraints: [Int] = []
        for place in part.constraints {
            try small.hold(place, false)
            if try !small.holds(node, to: limit, up: up) {
                try small.hold(place, true)
                constraints.append(place)
            }
        }
        return Implied.Basis(figures: figures.values.sorted(), constraints: constraints)
    }
}

extension ComponentSystem {
    /// Whether the statistic goes no further.
    fileprivate mutating func holds(_ node: Int, to limit: Limit, up: Bool) throws(Steps.Exhausted) -> Bool {
        guard try isPossible() else { return true }
        guard let found = try extreme(of: node, up: up) else { return false }
        return found.value == limit.value && found.isReached == limit.isReached
    }
}
