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

    /// Returns how far a statistic can go when one of some sets of statistics goes without; nil where none of them helps.
    mutating func bounds(
        of node: Int, withOwn: Bool, without sets: [[Int]], fits: Bool
    ) throws(Steps.Exhausted) -> Implied? {
        guard let low = try end(of: node, up: false, withOwn, sets), let high = try end(of: node, up: true, withOwn, sets)
        else { return nil }
        return Implied(
            try end(low, of: node, up: false), try end(high, of: node, up: true), fits: fits,
            without: fits ? [] : sets, isWhole: network.nodes[node].isWhole)
    }

    private struct Extreme {
        let found: Search.Found
        let dropped: Set<Int>
    }

    private mutating func end(
        of node: Int, up: Bool, _ withOwn: Bool, _ sets: [[Int]]
    ) throws(Steps.Exhausted) -> Extreme? {
        var best: Extreme?
        for set in sets {
            let dropped = Set(withOwn ? set : set + [node])
            guard let found = try Search.extreme(of: node, up: up, options(without: dropped), in: &system) else { continue }
            guard let before = best else {
                best = Extreme(found: found, dropped: dropped)
                continue
            }
            guard let most = before.found.limit else { break }
            if found.limit.map({ up ? $0 > most : $0 < most }) ?? true { best = Extreme(found: found, dropped: dropped) }
        }
        return best
    }

    /// Returns the end with what it rests on.
    private mutating func end(_ extreme: Extreme, of node: Int, up: Bool) throws(Steps.Exhausted) -> Implied.End? {
        guard let limit = extreme.found.limit else { return nil }
        return Implied.End(
            value: limit.value, isReached: limit.isReached,
            basis: try basis(of: limit, node, up: up, extreme.found.values))
    }

    /// Returns a minimal set of figures and relations by which a statistic goes no further. The figures are those of a choice
    /// by which it goes as far, in which each statistic has a value.
    private mutating func basis(
        of limit: Limit, _ node: Int, up: Bool, _ values: [Int: Limit?]
    ) throws(Steps.Exhausted) -> Implied.Basis {
        var figures: [Int: Int] = [:]
        for (other, value) in values {
            figures[other] = network.nodes[other].figures.first { figure in
                let range = network.figures[figure].range
                guard let value else { return true }
                return !(range.low.map { value < Limit($0) } ?? false) && !(range.high.map { value > Limit($0) } ?? false)
            }
        }
        for other in system.component.nodes {
            try system.set(other, figures[other].map { network.figures[$0].range } ?? .all)
        }
        guard try holds(limit, node, up) else { return Implied.Basis(figures: [], constraints: []) }
        let support = system.support
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
        return try system.extreme(of: node, up: up) == limit
    }
}
