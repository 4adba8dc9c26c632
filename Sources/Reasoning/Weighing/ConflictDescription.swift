import Checks
import Evidence
import Foundations

/// Says of figures that cannot all be right what kind of conflict that is.
struct ConflictDescription {
    private let network: Network
    private var system: ComponentSystem

    init(_ network: Network, _ system: ComponentSystem) {
        self.network = network
        self.system = system
    }

    var steps: Steps {
        get { system.steps }
        set { system.steps = newValue }
    }

    mutating func conflict(of figures: [Int]) throws(Steps.Exhausted) -> Conflict {
        // Every relation is let go and held again.
        try system.spend(4 * (system.component.nodes.count + system.component.constraints.count))
        for figure in figures {
            let node = network.nodes[network.figures[figure].node]
            try system.spend(8 * (node.figures.count + node.statistic.claims.count))
        }
        for node in system.component.nodes { try system.set(node, .all) }
        let nodes = figures.map { network.figures[$0].node }
        for figure in figures { try system.set(network.figures[figure].node, network.figures[figure].range) }
        _ = try system.isPossible()
        let support = system.support.constraints
        let single = try singles(nodes)
        let constraints = single.isEmpty ? try minimal(support) : single
        for place in system.component.constraints { try system.hold(place, true) }
        var chain = ConflictChain(network, system)
        let arithmetic = try chain.steps(figures, Array(constraints.prefix(single.isEmpty ? constraints.count : 1)))
        steps = chain.left
        var bounds = ImpliedBounds(network, system)
        bounds.steps = steps
        let isUnavoidable = try !bounds.isPossible(only: Set(nodes))
        steps = bounds.steps
        return Conflict(
            id: Conflict.id(figures, in: network),
            kind: single.isEmpty && constraints.count > 1 ? .relations : .relation,
            figures: figures, constraints: constraints, isUnavoidable: isUnavoidable, isMixed: try isMixed(figures),
            steps: arithmetic)
    }

    /// The relations each of which says it alone.
    private mutating func singles(_ nodes: [Int]) throws(Steps.Exhausted) -> [Int] {
        for place in system.component.constraints { try system.hold(place, false) }
        var found: [Int] = []
        for place in system.component.constraints {
            let named = network.constraints[place].nodes
            guard nodes.allSatisfy(named.contains) else { continue }
            try system.hold(place, true)
            if try !system.isPossible() { found.append(place) }
            try system.hold(place, false)
        }
        return found
    }

    /// A minimal set of relations that say it together; those that it is among have no other on.
    private mutating func minimal(_ support: Set<Int>) throws(Steps.Exhausted) -> [Int] {
        for place in support { try system.hold(place, true) }
        var found: [Int] = []
        for place in support.sorted() {
            try system.hold(place, false)
            guard try system.isPossible() else { continue }
            try system.hold(place, true)
            found.append(place)
        }
        return found
    }

    private mutating func isMixed(_ figures: [Int]) throws(Steps.Exhausted) -> Bool {
        let statistics = figures.map { figure -> (claims: [Claim], chosen: Set<Int>) in
            let claims = network.nodes[network.figures[figure].node].figures.flatMap { network.figures[$0].claims }
            let ids = Set(network.figures[figure].claims.map(\.id))
            return (claims, Set(claims.indices.filter { ids.contains(claims[$0].id) }))
        }
        return try !StrandIndex.isCoherent(statistics) { count throws(Steps.Exhausted) in try system.spend(count) }
    }
}

extension Conflict {
    /// The figures of a statistic that exclude others of it; nil where there are none. Those that are `impossible` whatever the
    /// others need no other to be so.
    init?(ofValues node: Int, in network: Network, besides impossible: Set<Int>) {
        let all = network.nodes[node].figures.filter { !impossible.contains($0) }
        let ranges = all.map { network.figures[$0].range }
        let (highestLow, lowestHigh) = (ranges.compactMap(\.low).max(), ranges.compactMap(\.high).min())
        let excluding = all.filter { figure in
            let own = network.figures[figure].range
            return own.low.flatMap { low in lowestHigh.map { low > $0 } } ?? false
                || own.high.flatMap { high in highestLow.map { high < $0 } } ?? false
        }
        guard !excluding.isEmpty else { return nil }
        self.init(
            id: "values-\(network.nodes[node].statistic.id)", kind: .values, figures: excluding, constraints: [],
            isUnavoidable: false, isMixed: false, steps: [])
    }

    /// 16 lower-case digits that stand for the statistics and the intervals of the figures.
    static func id(_ figures: [Int], in network: Network) -> String {
        var digest = Digest()
        let members = figures.map { number in
            let figure = network.figures[number]
            let ends = [figure.interval.low, figure.interval.high].map { $0.map { "\($0)" } ?? "" }
            return "\(network.nodes[figure.node].statistic.id) \(ends[0])…\(ends[1])"
        }
        for member in members.sorted() { digest.add(member) }
        return digest.hexadecimal
    }
}
