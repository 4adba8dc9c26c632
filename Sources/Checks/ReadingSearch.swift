import Evidence

/// The readings of what is said at several places: of statistics that a relation names, or of events with dated claims.
struct ReadingSearch {
    /// Those that decide: the coherent ones, or where there is none, those that pass over the fewest sources. Those with
    /// the same figures are one, in the order of their claims.
    let combinations: [Combination]
    /// How many ways to take one claim at each place are mixed; nil for more than can be counted.
    let mixed: Int128?

    /// By group, its strands.
    private let strands: [[Strand]]

    /// nil where the budget does not suffice. The table knows the strands of the figures.
    init?(_ places: [[StrandFigure]], _ table: StrandTable, budget: inout WorkBudget) {
        guard budget.spend(places.reduce(0) { $0 + $1.count }) else { return nil }
        if let only = ReadingSearch.only(places) {
            strands = only.strands.map { [table[$0]] }
            combinations = [only.combination]
            mixed = 0
            return
        }
        let index = StrandIndex(places)
        strands = index.groups.map { $0.strands.map { table[$0] } }
        guard let found = CoherentReadings(index, budget: &budget)?.combinations else { return nil }
        mixed = MixedCount(index).count(besides: found, budget: &budget)
        guard !budget.isExhausted else { return nil }
        if found.isEmpty {
            guard let closest = ClosestReadings(index, budget: &budget)?.combinations else { return nil }
            combinations = closest
        } else {
            combinations = found
        }
    }

    /// Returns the one combination that there is where everything is said once, and no source speaks in two strands, with
    /// the numbers of the strands; nil elsewhere.
    private static func only(_ places: [[StrandFigure]]) -> (combination: Combination, strands: [Int])? {
        guard places.allSatisfy({ $0.count == 1 }) else { return nil }
        let strands = places.compactMap { $0.first?.strand }.uniqued()
        guard Set(strands.map(StrandTable.main)).count == strands.count else { return nil }
        let choice = [Int](repeating: 0, count: places.count)
        return (Combination(figures: choice, choice: choice, covers: [Array(strands.indices)]), strands)
    }

    /// Returns who says a combination.
    func covers(of combination: Combination) -> Covers {
        Covers(combination.covers.sorted { $0.count < $1.count }.map { cover in .oneOfEach(cover.map { strands[$0] }) })
    }

    /// Returns combinations with other figures than those of the coherent ones, at most `limit` of them, after so many
    /// others; all of them are mixed. `offset` and `limit` bound the work, with the number of the coherent ones.
    static func mixed(
        _ places: [[StrandFigure]], besides coherent: Set<[Int]>, from offset: Int, limit: Int
    ) -> [Combination] {
        let figures = places.map { strandFigures in strandFigures.map(\.figure).uniqued() }
        guard !figures.isEmpty else { return [] }
        var combinations: [Combination] = []
        var left = offset
        // One by one: there may be more than memory holds.
        for figures in FigureChoices(figures) where !coherent.contains(figures) {
            guard left == 0 else {
                left -= 1
                continue
            }
            guard combinations.count < limit else { break }
            let choice = zip(places, figures).map { strandFigures, figure in
                strandFigures.firstIndex { $0.figure == figure } ?? 0
            }
            combinations.append(Combination(figures: figures, choice: choice, passedOver: 1))
        }
        return combinations
    }
}
