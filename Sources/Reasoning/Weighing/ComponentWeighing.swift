import Checks
import Evidence
import Foundations

/// One component weighed. Each part of the work may take a share of the steps, and what it leaves is there for the next.
struct ComponentWeighing {
    private let network: Network
    private let component: Network.Component
    private(set) var conflicts: [Conflict] = []
    private(set) var knots: [ConflictGroup] = []
    private(set) var implied: [Int: Implied] = [:]
    private(set) var together: [Int: Implied] = [:]
    private(set) var standings: [Int: Standing] = [:]
    /// Whether there may be conflicts that were not found.
    private(set) var isTruncated = false
    /// Whether more steps might tell more.
    private(set) var isUnfinished = false
    /// How many steps it took.
    private(set) var spent = 0
    private var steps: Steps

    init(_ network: Network, _ component: Network.Component, steps: Steps) {
        self.network = network
        self.component = component
        self.steps = steps
        let figures = component.nodes.reduce(0) { $0 + network.nodes[$1].figures.count }
        // Of one figure there is nothing to weigh.
        guard figures > 1 || !component.constraints.isEmpty else {
            for node in component.nodes {
                for figure in network.nodes[node].figures { standings[figure] = .every }
            }
            return
        }
        do throws(Steps.Exhausted) {
            let system = try ComponentSystem(network, component, steps: steps)
            self.steps = system.steps
            findConflicts(system)
            tieKnots()
            weighFigures()
            findBounds(system)
        } catch {
            isTruncated = true
            isUnfinished = true
            self.steps = Steps(0)
        }
        spent = steps.left - self.steps.left
    }

    private mutating func findConflicts(_ system: ComponentSystem) {
        var steps = steps
        defer { self.steps = steps }
        var search = ConflictSearch(network, system)
        do throws(Steps.Exhausted) {
            try steps.lend(2) { (own: inout Steps) throws(Steps.Exhausted) in
                search.steps = own
                defer { own = search.steps }
                try search.run()
            }
        } catch {
            (isTruncated, isUnfinished) = (true, true)
        }
        let impossible = Set(search.found.filter { $0.count == 1 }.joined())
        for node in component.nodes where !search.found.contains([]) {
            if let conflict = Conflict(ofValues: node, in: network, besides: impossible) { conflicts.append(conflict) }
        }
        var description = ConflictDescription(network, system)
        let found = search.found.sorted { left, right in
            left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
        }
        var described: [Conflict] = []
        do throws(Steps.Exhausted) {
            try steps.lend(2) { (own: inout Steps) throws(Steps.Exhausted) in
                description.steps = own
                defer { own = description.steps }
                for figures in found { described.append(try description.conflict(of: figures)) }
            }
        } catch {
            (isTruncated, isUnfinished) = (true, true)
        }
        conflicts += described.sorted { $0.figures.lexicographicallyPrecedes($1.figures) }
    }

    /// What is not known to be all of the conflicts has no ways out that are known to be ways out.
    private var isKnown: Bool { !isTruncated && !conflicts.contains(where: \.figures.isEmpty) }

    private mutating func tieKnots() {
        knots = ConflictGroup.groups(of: conflicts, in: network)
        guard isKnown else { return }
        var steps = steps
        defer { self.steps = steps }
        var left = Knot.Unit.allCases.count * knots.count
        for unit in Knot.Unit.allCases {
            let cost = cost(unit)
            for (place, knot) in knots.enumerated() {
                do throws(Steps.Exhausted) {
                    knots[place].revisions[unit] = try steps.lend(2 * left) { own throws(Steps.Exhausted) in
                        try knot.revisions(by: unit, cost, in: network, &own)
                    }
                } catch {
                    isUnfinished = true
                }
                left -= 1
            }
        }
    }

    private func cost(_ unit: Knot.Unit) -> HittingSets.Cost {
        var weights: [Int: Int] = [:]
        var groups: [Int: Range<Int>] = [:]
        for node in component.nodes {
            for figure in network.nodes[node].figures {
                groups[figure] = network.nodes[node].figures
                weights[figure] =
                    unit == .claim ? network.figures[figure].claims.count : network.figures[figure].witnesses
            }
        }
        return unit == .statistic ? .statistics(groups) : .weights(weights)
    }

    private mutating func weighFigures() {
        guard isKnown else { return }
        for node in component.nodes {
            for figure in network.nodes[node].figures { standings[figure] = .every }
        }
        var steps = steps
        defer { self.steps = steps }
        let cost = cost(.statistic)
        for (place, knot) in knots.enumerated() {
            let figures = Set(knot.conflicts.flatMap(\.figures)).sorted()
            for figure in figures { standings[figure] = nil }
            do throws(Steps.Exhausted) {
                let found = try steps.lend(2 * (knots.count - place)) { own throws(Steps.Exhausted) -> [Standing] in
                    guard let standing = try FigureStanding(knot, cost, network, &own) else { return [] }
                    var found: [Standing] = []
                    for figure in figures { found.append(try standing.standing(of: figure, &own)) }
                    return found
                }
                for (figure, standing) in zip(figures, found) { standings[figure] = standing }
            } catch {
                isUnfinished = true
            }
        }
    }

    private mutating func findBounds(_ system: ComponentSystem) {
        guard !component.constraints.isEmpty, !conflicts.contains(where: \.figures.isEmpty) else { return }
        var steps = steps
        defer { self.steps = steps }
        let withFigures = component.nodes.filter { !network.nodes[$0].figures.isEmpty }
        var waiting = component.nodes.map { (node: $0, withOwn: false) } + withFigures.map { (node: $0, withOwn: true) }
        let dropping = Dropping(isTruncated ? [] : knots, cost(.statistic), network)
        var search = ImpliedBounds(network, system)
        try? steps.lend(2) { own throws(Steps.Exhausted) in
            search.steps = own
            defer { own = search.steps }
            try search.prepare(dropping: dropping.all ?? [])
        }
        // Each may take four times what is left for it, since most take less; those that had too few take what is left then.
        for _ in 0..<2 {
            var failed: [(node: Int, withOwn: Bool)] = []
            for (place, (node, withOwn)) in waiting.enumerated() {
                do throws(Steps.Exhausted) {
                    let found = try steps.lend((waiting.count - place + 3) / 4) {
                        own throws(Steps.Exhausted) -> Implied? in
                        try search.lend(&own) { search throws(Steps.Exhausted) -> Implied? in
                            try bounds(of: node, withOwn: withOwn, dropping, &search)
                        }
                    }
                    if withOwn { together[node] = found } else { implied[node] = found }
                } catch {
                    failed.append((node, withOwn))
                }
            }
            waiting = failed
        }
        // What has no figures of its own is bounded by the others alone.
        for node in component.nodes where network.nodes[node].figures.isEmpty { together[node] = implied[node] }
        isUnfinished = isUnfinished || search.isUnfinished || !waiting.isEmpty
    }

    private func bounds(
        of node: Int, withOwn: Bool, _ dropping: Dropping, _ search: inout ImpliedBounds
    ) throws(Steps.Exhausted) -> Implied? {
        if isTruncated {
            // There may be conflicts that are not known, and those that are do not say what goes without.
            return try search.bounds(of: node, withOwn: withOwn, dropping: [])
        }
        guard let dropped = try withOwn ? dropping.all : dropping.sets(without: node, &search.steps) else {
            return nil
        }
        return try search.bounds(of: node, withOwn: withOwn, dropping: dropped)
    }
}
