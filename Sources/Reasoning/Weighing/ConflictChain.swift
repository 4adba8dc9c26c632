/// Tells step by step how figures exclude each other: what a relation makes of them, another makes of that, and so on.
struct ConflictChain {
    private let network: Network
    private var system: ComponentSystem
    /// By statistic, what is known of it: its figure, or what an earlier step says.
    private var known: [Int: ClosedRational] = [:]

    init(_ network: Network, _ system: ComponentSystem) {
        self.network = network
        self.system = system
    }

    /// The steps of work that may still be taken.
    var left: Steps { system.steps }

    /// Returns the steps, a relation each; none where the relations say it only all at once.
    mutating func steps(_ figures: [Int], _ constraints: [Int]) throws(Steps.Exhausted) -> [ConflictStep] {
        for node in system.component.nodes { try system.set(node, .all) }
        for place in system.component.constraints { try system.hold(place, false) }
        for figure in figures { try know(network.figures[figure].node, network.figures[figure].range) }
        var (left, found) = (constraints, [ConflictStep]())
        while left.count > 1 {
            guard let (place, link) = next(left) else { return [] }
            guard let implied = try bounds(of: link, by: place) else { return [] }
            found.append(
                ConflictStep(
                    constraint: place, node: link, low: implied.low?.value, high: implied.high?.value, figure: nil))
            try know(link, ClosedRational(implied.low?.value, implied.high?.value))
            left.removeAll { $0 == place }
        }
        guard let last = left.first,
            let figure = figures.last(where: { network.constraints[last].nodes.contains(network.figures[$0].node) })
        else { return [] }
        let node = network.figures[figure].node
        try system.set(node, .all)
        guard let implied = try bounds(of: node, by: last) else { return [] }
        found.append(
            ConflictStep(
                constraint: last, node: node, low: implied.low?.value, high: implied.high?.value, figure: figure))
        return found
    }

    private mutating func know(_ node: Int, _ range: ClosedRational) throws(Steps.Exhausted) {
        known[node] = range
        try system.set(node, range)
    }

    /// Returns a relation that says something of a single statistic of which nothing is known yet, and which others need.
    private func next(_ left: [Int]) -> (place: Int, link: Int)? {
        for place in left {
            let unknown = network.constraints[place].nodes.filter { node in
                known[node] == nil && left.contains { $0 != place && network.constraints[$0].nodes.contains(node) }
            }
            if let link = unknown.first, Set(unknown).count == 1 { return (place, link) }
        }
        return nil
    }

    private mutating func bounds(of node: Int, by place: Int) throws(Steps.Exhausted) -> Implied? {
        try system.hold(place, true)
        defer { try? system.hold(place, false) }
        guard try system.isPossible() else { return nil }
        let ends = try [false, true].map { up throws(Steps.Exhausted) in
            try system.extreme(of: node, up: up).map {
                Implied.End(value: $0.value, isReached: $0.isReached, basis: nil)
            }
        }
        return Implied(ends[0], ends[1], doubts: ([], []), without: [], isWhole: network.nodes[node].isWhole)
    }
}
