import Evidence

/// Every coherent reading of what is said at several places, found strand by strand and never by way of all combinations.
///
/// A least set of strands that can say a reading alone is a least cover of the places: each speaks at a place where no
/// other of them does. The search takes a strand for the first open place, and goes on with the next. A set is found
/// once, since below a place those are left out that were tried there before.
struct CoherentReadings {
    /// Those with the same figures are one, in the order of their claims.
    private(set) var combinations: [Combination] = []

    private let index: StrandIndex
    private var numbers: [[Int]: Int] = [:]

    /// nil where the budget does not suffice.
    init?(_ index: StrandIndex, budget: inout WorkBudget) {
        self.index = index
        // Without a place there is nothing to read, and where nobody speaks, nobody can.
        guard !index.places.isEmpty, index.groupsThere.allSatisfy({ !$0.isEmpty }) else { return }
        guard search(&budget) else { return nil }
        combinations.sort { $0.choice.lexicographicallyPrecedes($1.choice) }
    }

    /// An open place, and which of those who speak there is tried.
    private struct Step {
        let spot: Int
        var tried = 0
        var isTaken = false
    }

    private mutating func search(_ budget: inout WorkBudget) -> Bool {
        let order = index.order
        var cover = Cover(index)
        // By group, how many places above leave it out.
        var leftOut = [Int](repeating: 0, count: index.groups.count)
        var steps = [Step(spot: 0)]
        while var step = steps.popLast() {
            let groupsThere = index.groupsThere[order[step.spot]]
            if step.isTaken {
                cover.drop()
                leftOut[groupsThere[step.tried]] += 1
                step.tried += 1
                step.isTaken = false
            }
            while step.tried < groupsThere.count, !step.isTaken {
                let number = groupsThere[step.tried]
                guard budget.spend(index.groups[number].entries.count) else { return false }
                step.isTaken = leftOut[number] == 0 && cover.take(number)
                if step.isTaken { break }
                leftOut[number] += 1
                step.tried += 1
            }
            guard step.isTaken else {
                for number in groupsThere { leftOut[number] -= 1 }
                continue
            }
            steps.append(step)
            if let next = order[step.spot...].firstIndex(where: { cover.figures[$0] == nil }) {
                steps.append(Step(spot: next))
            } else if !add(cover, &budget) {
                return false
            }
        }
        return true
    }

    /// Adds what the cover says; false where the budget does not suffice.
    private mutating func add(_ cover: Cover, _ budget: inout WorkBudget) -> Bool {
        let figures = cover.figures.map { $0 ?? [] }
        // A combination is kept whatever it looks at.
        let entries = cover.groups.reduce(WorkBudget.combination) { $0 + index.groups[$1].entries.count }
        guard let count = FigureChoices.count(of: figures, limit: budget.left / entries), budget.spend(count * entries)
        else { return budget.refuse() }
        // In the order in which the places name them.
        let groupsThere = cover.groups.sorted()
        for figures in FigureChoices(figures) {
            if let number = numbers[figures] {
                combinations[number].covers.append(groupsThere)
            } else {
                numbers[figures] = combinations.count
                let choice = index.choice(of: figures, by: cover.groups)
                combinations.append(Combination(figures: figures, choice: choice, covers: [groupsThere]))
            }
        }
        return true
    }
}

extension StrandIndex {
    /// Returns, by place, the first claim with which one of the groups says the figure; 0 where none does.
    func choice(of figures: [Int], by groups: [Int]) -> [Int] {
        var choice = [Int?](repeating: nil, count: places.count)
        for number in groups {
            let group = self.groups[number]
            for (entry, claims) in zip(group.entries, group.claims) {
                guard let spot = entry.figures.place(ofAscending: figures[entry.place]) else { continue }
                choice[entry.place] = min(choice[entry.place] ?? claims[spot], claims[spot])
            }
        }
        return choice.map { $0 ?? 0 }
    }
}
