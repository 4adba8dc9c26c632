import Evidence

/// The readings that pass over the fewest sources, where none is coherent: nobody says what they say.
///
/// A source that is passed over lends single figures, whatever else it has. The search lets one source be passed over, then
/// two, until something is found; then every reading with so few is known.
struct ClosestReadings {
    /// Those with the same figures are one, in the order of their claims.
    private(set) var combinations: [Combination] = []

    private let index: StrandIndex
    private var known: Set<[Int]> = []

    /// nil where the budget does not suffice.
    init?(_ index: StrandIndex, budget: inout WorkBudget) {
        self.index = index
        guard !index.places.isEmpty, index.places.allSatisfy({ !$0.isEmpty }) else { return }
        var most = 1
        while combinations.isEmpty {
            guard search(most, &budget) else { return nil }
            most += 1
        }
        combinations.sort { $0.choice.lexicographicallyPrecedes($1.choice) }
    }

    /// An open place, and which way to fill it is tried: first those who speak there, then its claims one by one.
    private struct Step {
        let spot: Int
        var tried = 0
        var isTaken = false
        /// The source that is passed over from here on.
        var source: Int?
    }

    private mutating func search(_ most: Int, _ budget: inout WorkBudget) -> Bool {
        let order = index.order
        var draft = Draft(index)
        var steps = [Step(spot: 0)]
        while var step = steps.popLast() {
            let place = order[step.spot]
            if step.isTaken {
                draft.undo(step.tried, at: place, step.source)
                step = Step(spot: step.spot, tried: step.tried + 1)
            }
            while step.tried < index.groupsThere[place].count + index.places[place].count, !step.isTaken {
                guard budget.spend(draft.cost(of: step.tried, at: place)) else { return false }
                step.isTaken = draft.take(step.tried, at: place, most, &step.source)
                if !step.isTaken { step.tried += 1 }
            }
            guard step.isTaken else { continue }
            steps.append(step)
            if let next = order[step.spot...].firstIndex(where: { draft.cover.figures[$0] == nil }) {
                steps.append(Step(spot: next))
            } else if !add(draft, most, &budget) {
                return false
            }
        }
        return true
    }

    /// Adds what the draft says; false where the budget does not suffice.
    private mutating func add(_ draft: Draft, _ most: Int, _ budget: inout WorkBudget) -> Bool {
        let figures = draft.cover.figures.map { $0 ?? [] }
        let cost = WorkBudget.combination + figures.count
        guard let count = FigureChoices.count(of: figures, limit: budget.left / cost), budget.spend(count * cost)
        else { return budget.refuse() }
        for figures in FigureChoices(figures) where known.insert(figures).inserted {
            let said = index.choice(of: figures, by: draft.cover.groups)
            let choice = zip(said, draft.lent).map { $1 ?? $0 }
            combinations.append(Combination(figures: figures, choice: choice, passedOver: most))
        }
        return true
    }

    /// The strands that are taken so far, and the claims that sources lend which are passed over.
    private struct Draft {
        let index: StrandIndex
        var cover: Cover
        /// By place, the claim that a source lends that is passed over.
        var lent: [Int?]
        /// The numbers of the main texts of those sources.
        var passedOver: Set<Int> = []

        init(_ index: StrandIndex) {
            self.index = index
            cover = Cover(index)
            lent = Array(repeating: nil, count: index.places.count)
        }

        /// How many figures the way looks at: those who speak at the place come first, then its claims.
        func cost(of way: Int, at place: Int) -> Int {
            let groupsThere = index.groupsThere[place]
            return way < groupsThere.count ? index.groups[groupsThere[way]].entries.count : 1
        }

        /// Fills the place in a way; false where that is none. `source` becomes the one that is passed over from here on.
        mutating func take(_ way: Int, at place: Int, _ most: Int, _ source: inout Int?) -> Bool {
            let groupsThere = index.groupsThere[place]
            if way < groupsThere.count {
                let strands = index.groups[groupsThere[way]].strands
                guard strands.contains(where: { !passedOver.contains(StrandTable.main(of: $0)) }) else { return false }
                return cover.take(groupsThere[way], mayRepeat: true)
            }
            let claim = way - groupsThere.count
            let strandFigure = index.places[place][claim]
            let main = StrandTable.main(of: strandFigure.strand)
            if !passedOver.contains(main) {
                guard passedOver.count < most else { return false }
                passedOver.insert(main)
                source = main
            }
            lent[place] = claim
            cover.say(strandFigure.figure, at: place)
            return true
        }

        mutating func undo(_ way: Int, at place: Int, _ source: Int?) {
            guard way >= index.groupsThere[place].count else { return cover.drop() }
            if let source { passedOver.remove(source) }
            lent[place] = nil
            cover.unsay(at: place)
        }
    }
}
