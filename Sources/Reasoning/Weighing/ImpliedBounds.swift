import Evidence

/// Works out how far the statistics of a component can go.
struct ImpliedBounds {
    private let network: Network
    /// What it begins with again when something does not come to an end.
    private var whole: ComponentSystem
    private(set) var system: ComponentSystem
    /// For one way of going without, what the statistics of a tree can be, by the sets of which one of each knot goes without.
    private var trees: (dropped: [[Set<Int>]], ranges: [TreeRanges])?
    /// Whether there is an end of which it is not known what it rests on.
    private(set) var isUnfinished = false
    /// More ways of going without are searched.
    private static let mostTrees = 16

    init(_ network: Network, _ system: ComponentSystem) {
        self.network = network
        self.system = system
        whole = system
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

    /// Lets work take of these steps. What is left half done by work that does not come to an end, is as it was before.
    mutating func lend<Result>(
        _ steps: inout Steps, _ work: (inout ImpliedBounds) throws(Steps.Exhausted) -> Result
    ) throws(Steps.Exhausted) -> Result {
        guard trees != nil || steps.left > system.component.nodes.count else { throw Steps.Exhausted() }
        self.steps = steps
        do throws(Steps.Exhausted) {
            let result = try work(&self)
            steps = self.steps
            return result
        } catch {
            steps = Steps(0)
            system = whole
            throw error
        }
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
        if let trees, trees.dropped == dropped {
            let sets = try values(of: node, withOwn: withOwn, trees.ranges)
            if sets.allSatisfy({ $0.set.isExact }) { return try bounds(of: node, withOwn: withOwn, sets, dropped) }
        }
        try system.spend(system.component.nodes.count)
        let options = options(without: withOwn ? [] : [node])
        guard let low = try Search.extreme(of: node, up: false, options, dropping: dropped, in: &system) else {
            return nil
        }
        let lowEnd = end(low, of: node, up: false)
        guard let high = try Search.extreme(of: node, up: true, options, dropping: dropped, in: &system) else {
            return nil
        }
        return Implied(
            lowEnd, end(high, of: node, up: true), doubts: (doubts(low.doubts), doubts(high.doubts)),
            without: dropped.map { $0.map { $0.sorted() } },
            isWhole: network.nodes[node].isWhole)
    }

    /// Works out what all statistics can be, when of each knot one of its sets of statistics goes without, where that can be done
    /// for all of them at once.
    mutating func prepare(dropping dropped: [[Set<Int>]]) throws(Steps.Exhausted) {
        guard TreeBounds.suits(system.component, of: network), system.loose.isEmpty else {
            return try begin(dropping: dropped)
        }
        var ways: [Set<Int>] = [[]]
        for sets in dropped {
            ways = ways.flatMap { way in sets.map { way.union($0) } }
            guard ways.count <= ImpliedBounds.mostTrees else { return }
        }
        var ranges: [TreeRanges] = []
        for way in ways {
            ranges.append(try TreeRanges(network, system.component, dropping: way, steps: &system.simplex.steps))
        }
        trees = (dropped, ranges)
    }

    /// Finds some values that can be together, to begin with: all others are near to these.
    private mutating func begin(dropping dropped: [[Set<Int>]]) throws(Steps.Exhausted) {
        var begun = system
        defer { system.steps = begun.steps }
        _ = try Search.isPossible(options(without: Set(dropped.joined().joined())), in: &begun)
        (system, whole) = (begun, begun)
    }

    private mutating func values(
        of node: Int, withOwn: Bool, _ ranges: [TreeRanges]
    ) throws(Steps.Exhausted) -> [(range: TreeRanges, set: LimitSet)] {
        var sets: [(range: TreeRanges, set: LimitSet)] = []
        for range in ranges {
            let set = try range.values(of: node, withOwn: withOwn, &system.simplex.steps)
            if !set.spans.isEmpty { sets.append((range, set)) }
        }
        return sets
    }

    /// Returns how far a statistic can go in any of some trees; nil where there is none.
    private mutating func bounds(
        of node: Int, withOwn: Bool, _ sets: [(range: TreeRanges, set: LimitSet)], _ dropped: [[Set<Int>]]
    ) throws(Steps.Exhausted) -> Implied? {
        var ends: [Implied.End?] = []
        for isUpper in [false, true] {
            guard var best = sets.first else { return nil }
            for other in sets {
                guard let furthest = best.set.hull?[isUpper] else { break }
                if other.set.hull?[isUpper].map({ isUpper ? $0 > furthest : $0 < furthest }) ?? true { best = other }
            }
            guard let limit = best.set.hull?[isUpper] else {
                ends.append(nil)
                continue
            }
            let basis = explained { own throws(Steps.Exhausted) in
                try best.range.basis(of: node, isUpper: isUpper, limit, withOwn: withOwn, &own)
            }
            ends.append(Implied.End(value: limit.value, isReached: limit.isReached, basis: basis))
        }
        return Implied(
            ends[0], ends[1], doubts: (doubts([]), doubts([])), without: dropped.map { $0.map { $0.sorted() } },
            isWhole: network.nodes[node].isWhole)
    }

    /// The ids of relations, with those that take no part.
    private func doubts(_ places: Set<Int>) -> [String] {
        places.sorted().map { network.constraints[$0].relation.id } + system.component.ignored
    }

    /// Returns the end with what it rests on.
    private mutating func end(_ found: Search.Found, of node: Int, up: Bool) -> Implied.End? {
        guard let limit = found.limit else { return nil }
        let network = network
        let basis = explained { own throws(Steps.Exhausted) in
            try ImpliedBounds.basis(of: limit, node, up: up, found, in: network, &own)
        }
        return Implied.End(value: limit.value, isReached: limit.isReached, basis: basis)
    }

    /// Lets what an end rests on be looked for; nil where the steps do not suffice, which leaves as many for all else.
    private mutating func explained(
        _ work: (inout Steps) throws(Steps.Exhausted) -> Implied.Basis?
    ) -> Implied.Basis? {
        var steps = steps
        defer { self.steps = steps }
        do throws(Steps.Exhausted) {
            return try steps.lend(2, work)
        } catch {
            isUnfinished = true
            return nil
        }
    }

    /// Returns a minimal set of figures and relations by which a statistic goes no further. The figures are those of a choice by
    /// which it goes as far.
    private static func basis(
        of limit: Limit, _ node: Int, up: Bool, _ found: Search.Found, in network: Network, _ steps: inout Steps
    ) throws(Steps.Exhausted) -> Implied.Basis? {
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
        guard try small.holds(node, to: limit, up: up) else { return nil }
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
