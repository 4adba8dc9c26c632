/// Says in how many choices the figures of one knot are: in none where more statistics than need be go without it; not in every
/// where the others of a conflict are in one.
struct FigureStanding {
    private let network: Network
    private let cost: HittingSets.Cost
    private let least: Int
    private let relations, all: [[Int]]

    /// nil where it is not known how many go without.
    init?(
        _ knot: ConflictGroup, _ cost: HittingSets.Cost, _ network: Network, _ steps: inout Steps
    ) throws(Steps.Exhausted) {
        guard let least = knot.revisions[.statistic]?.cost else { return nil }
        self.least = least
        self.cost = cost
        self.network = network
        relations = try ConflictGroup.sets(knot.ofRelations, in: network, &steps)
        all = try ConflictGroup.sets(knot.conflicts, in: network, &steps)
    }

    func standing(of figure: Int, _ steps: inout Steps) throws(Steps.Exhausted) -> Standing {
        guard try isChosen([figure], &steps) else { return Standing.none }
        for set in all {
            try steps.spend(set.count)
            if set.contains(figure), try isChosen(set.filter({ $0 != figure }), &steps) { return .some }
        }
        return .every
    }

    /// Whether the figures, one of a statistic, are in a choice together.
    private func isChosen(_ figures: [Int], _ steps: inout Steps) throws(Steps.Exhausted) -> Bool {
        let others = figures.flatMap { figure in
            network.nodes[network.figures[figure].node].figures.filter { $0 != figure }
        }
        try steps.spend(others.count)
        // Of two figures of one statistic, each would be out for the other.
        guard Set(others).isDisjoint(with: figures) else { return false }
        return try HittingSets.least(
            relations, cost, keeping: figures, without: Set(others), limit: least, steps: &steps) != nil
    }
}
