/// Which statistics go without a figure, where some must: of each knot one of its least sets.
struct Dropping {
    private let knots: [ConflictGroup]
    private let cost: HittingSets.Cost
    private let network: Network
    /// By the number of a statistic, the place of its knot.
    private var places: [Int: Int] = [:]
    /// By knot that has any, its sets; nil where they are not known.
    let all: [[Set<Int>]]?

    init(_ knots: [ConflictGroup], _ cost: HittingSets.Cost, _ network: Network) {
        self.knots = knots
        self.cost = cost
        self.network = network
        for (place, knot) in knots.enumerated() {
            for figure in knot.conflicts.flatMap(\.figures) { places[network.figures[figure].node] = place }
        }
        let revisions = knots.compactMap { $0.revisions[.statistic] }
        all =
            revisions.count < knots.count
            ? nil : revisions.filter { $0.cost > 0 }.map { $0.sets.map { Set($0) } }
    }

    /// Returns the sets where the figures of a statistic are given up.
    func sets(without node: Int, _ steps: inout Steps) throws(Steps.Exhausted) -> [[Set<Int>]]? {
        guard let own = places[node] else { return all }
        var dropped: [[Set<Int>]] = []
        for (place, knot) in knots.enumerated() {
            guard place == own else {
                guard let revisions = knot.revisions[.statistic] else { return nil }
                if revisions.cost > 0 { dropped.append(revisions.sets.map { Set($0) }) }
                continue
            }
            let figures = network.nodes[node].figures
            try steps.spend(knot.conflicts.reduce(0) { $0 + $1.figures.count })
            let left = knot.ofRelations.filter { !$0.figures.contains(where: figures.contains) }
            for group in ConflictGroup.groups(of: left, in: network) {
                guard let found = try group.revisions(by: .statistic, cost, in: network, &steps) else { return nil }
                if found.cost > 0 { dropped.append(found.sets.map { Set($0) }) }
            }
        }
        return dropped
    }
}
