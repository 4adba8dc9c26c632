/// Finds all minimal sets of figures of a component that cannot all be right because of relations.
///
/// What speaks against a set is a sum of bounds, in which each statistic has a part with its upper end or with its lower end. So no
/// set has two figures of one statistic, besides the pairs that exclude each other; and where a statistic's figures exclude each
/// other, either their upper ends matter or their lower ends. For each such choice of ends all of the bounds are taken together,
/// and every minimal set of them is found that cannot be: for each set, what goes on without one of its members.
struct ConflictSearch {
    private let network: Network
    private var system: ComponentSystem
    /// The numbers of the figures of each conflict, ascending.
    private(set) var found: Set<[Int]> = []

    /// Which ends of a statistic's figures are looked at.
    private enum Ends {
        case both, low, high
    }

    /// Of more statistics whose figures exclude each other, not all choices of ends are looked at before anything else.
    private static let mostContested = 10

    private var ends: [Int: Ends] = [:]
    private let nodes: [Int]

    init(_ network: Network, _ system: ComponentSystem) {
        self.network = network
        self.system = system
        nodes = system.component.nodes.filter { !network.nodes[$0].figures.isEmpty }
    }

    var steps: Steps {
        get { system.steps }
        set { system.steps = newValue }
    }

    mutating func run() throws(Steps.Exhausted) {
        try free()
        guard try system.isPossible() else {
            found = [[]]
            return
        }
        if TreeBounds.suits(system.component, of: network) {
            do throws(Steps.Exhausted) {
                return try growTrees(system.component, parts: 2)
            } catch {
                lookAtEach()
                throw error
            }
        }
        let contested = nodes.filter { node in
            network.nodes[node].figures.reduce(ClosedRational.all) { $0.intersection(network.figures[$1].range) }
                .isEmpty
        }
        if contested.count > ConflictSearch.mostContested {
            lookAtEach()
            try? growForests()
        }
        for node in nodes { ends[node] = .both }
        for node in contested { ends[node] = .low }
        while true {
            try enumerate()
            // The next choice of ends: as one counts in twos.
            guard let next = contested.firstIndex(where: { ends[$0] == .low }) else { return }
            try system.spend(next + 1)
            for node in contested[..<next] { ends[node] = .low }
            ends[contested[next]] = .high
        }
    }

    /// Relations that are no products.
    private var plain: [Int] { system.component.constraints.filter { network.constraints[$0].product == nil } }

    /// Finds what each relation says alone.
    private mutating func lookAtEach() {
        let plain = plain
        for (place, number) in plain.enumerated() {
            let alone = Network.Component(nodes: network.constraints[number].nodes, constraints: [number])
            try? growTrees(alone, parts: 4 * (plain.count - place))
        }
    }

    /// Finds what is to be found with fewer relations, such that they close no circle: those that each choice of ends would come
    /// to late, where there are many.
    private mutating func growForests() throws(Steps.Exhausted) {
        var left = plain
        for parts in [8, 4, 4] where !left.isEmpty {
            let forest = try TreeBounds.forest(of: left, in: network, &system.simplex.steps)
            for (place, tree) in forest.trees.enumerated() {
                try? growTrees(tree, parts: parts * (forest.trees.count - place))
            }
            left = forest.left
        }
    }

    private mutating func growTrees(_ component: Network.Component, parts: Int) throws(Steps.Exhausted) {
        var trees: TreeConflicts?
        var isAll = true
        do throws(Steps.Exhausted) {
            try system.simplex.steps.lend(parts) { (own: inout Steps) throws(Steps.Exhausted) in
                var growing = try TreeConflicts(network, component, steps: own)
                defer {
                    own = growing.steps
                    trees = growing
                }
                try growing.run()
            }
        } catch {
            isAll = false
        }
        // What contains another is that one.
        for figures in (trees?.found ?? []).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            found.insert(try entirely(figures))
        }
        if !isAll { throw Steps.Exhausted() }
    }

    private mutating func free() throws(Steps.Exhausted) {
        try system.spend(3 * system.component.nodes.count)
        for node in system.component.nodes { try system.set(node, .all) }
    }

    /// Takes all of a statistic's figures together but those that are left out.
    private mutating func set(_ node: Int, without removed: Set<Int>) throws(Steps.Exhausted) {
        try system.spend(network.nodes[node].figures.count)
        var range = ClosedRational.all
        for figure in network.nodes[node].figures where !removed.contains(figure) {
            let own = network.figures[figure].range
            range = range.intersection(
                ClosedRational(ends[node] == .high ? nil : own.low, ends[node] == .low ? nil : own.high))
        }
        try system.set(node, range)
    }

    /// Finds all minimal sets with the ends that are chosen.
    private mutating func enumerate() throws(Steps.Exhausted) {
        var known: [[Int]] = []
        var seen: Set<Set<Int>> = [[]]
        var waiting: [Set<Int>] = [[]]
        while let removed = waiting.popLast() {
            try system.spend(known.count + 1)
            var set = known.first { $0.allSatisfy { !removed.contains($0) } }
            if set == nil, let new = try minimal(without: removed) {
                known.append(new)
                found.insert(try entirely(new))
                set = new
            }
            for figure in set ?? [] {
                let next = removed.union([figure])
                try system.spend(next.count)
                if seen.insert(next).inserted { waiting.append(next) }
            }
        }
    }

    /// Returns a minimal set without these; nil where there is none.
    private mutating func minimal(without removed: Set<Int>) throws(Steps.Exhausted) -> [Int]? {
        for node in nodes { try set(node, without: removed) }
        guard try !system.isPossible() else { return nil }
        let core = system.support.nodes
        var out = removed
        for node in nodes where !core.contains(node) { out.formUnion(network.nodes[node].figures) }
        for node in nodes { try set(node, without: out) }
        for node in nodes where core.contains(node) {
            try remove(network.nodes[node].figures.filter { !out.contains($0) }, of: node, &out)
            for figure in network.nodes[node].figures where !out.contains(figure) {
                try remove([figure], of: node, &out)
            }
        }
        return nodes.flatMap { network.nodes[$0].figures }.filter { !out.contains($0) }
    }

    /// Leaves figures out where the others cannot be either.
    private mutating func remove(_ figures: [Int], of node: Int, _ out: inout Set<Int>) throws(Steps.Exhausted) {
        let next = out.union(figures)
        guard next.count > out.count else { return }
        try set(node, without: next)
        if try system.isPossible() {
            try set(node, without: out)
        } else {
            out = next
        }
    }

    /// Returns the conflict that is in a set of figures, now with both ends of each.
    private mutating func entirely(_ figures: [Int]) throws(Steps.Exhausted) -> [Int] {
        try free()
        for figure in figures { try system.set(network.figures[figure].node, network.figures[figure].range) }
        var left = figures
        for figure in figures {
            try system.set(network.figures[figure].node, .all)
            if try system.isPossible() {
                try system.set(network.figures[figure].node, network.figures[figure].range)
            } else {
                left.removeAll { $0 == figure }
            }
        }
        return left
    }
}
