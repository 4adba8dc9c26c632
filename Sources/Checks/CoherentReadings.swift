import Evidence

/// Every coherent reading of what is said at several places, found strand by strand and never by way of all combinations.
///
/// A least set of strands that can say a reading alone is a least cover of the places: each speaks at a place where no
/// other of them does. The search takes a strand for the first open place, and goes on with the next. A set is found
/// once, since below a place those are left out that were tried there before.
struct CoherentReadings {
    /// Those with the same figures are one, in the order of their claims.
    private(set) var combinations: [Combination] = []

    private let voices: Voices
    private var numbers: [[Int]: Int] = [:]

    /// nil where the budget does not suffice.
    init?(_ voices: Voices, budget: inout WorkBudget) {
        self.voices = voices
        // Without a place there is nothing to read, and where nobody speaks, nobody can.
        guard !voices.places.isEmpty, voices.speakers.allSatisfy({ !$0.isEmpty }) else { return }
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
        let order = voices.order
        var cast = Cast(voices)
        // By chorus, how many places above leave it out.
        var leftOut = [Int](repeating: 0, count: voices.choruses.count)
        var steps = [Step(spot: 0)]
        while var step = steps.popLast() {
            let speakers = voices.speakers[order[step.spot]]
            if step.isTaken {
                cast.drop()
                leftOut[speakers[step.tried]] += 1
                step.tried += 1
                step.isTaken = false
            }
            while step.tried < speakers.count, !step.isTaken {
                let number = speakers[step.tried]
                guard budget.spend(voices.choruses[number].words.count) else { return false }
                step.isTaken = leftOut[number] == 0 && cast.take(number)
                if step.isTaken { break }
                leftOut[number] += 1
                step.tried += 1
            }
            guard step.isTaken else {
                for number in speakers { leftOut[number] -= 1 }
                continue
            }
            steps.append(step)
            if let next = order[step.spot...].firstIndex(where: { cast.figures[$0] == nil }) {
                steps.append(Step(spot: next))
            } else if !add(cast, &budget) {
                return false
            }
        }
        return true
    }

    /// Adds what the cast says; false where the budget does not suffice.
    private mutating func add(_ cast: Cast, _ budget: inout WorkBudget) -> Bool {
        let figures = cast.figures.map { $0 ?? [] }
        let words = cast.choruses.reduce(0) { $0 + voices.choruses[$1].words.count }
        guard let count = FigureChoices.count(of: figures, limit: budget.left / words), budget.spend(count * words)
        else { return budget.refuse() }
        // In the order in which the places name them.
        let speakers = cast.choruses.sorted()
        for figures in FigureChoices(figures) {
            if let number = numbers[figures] {
                combinations[number].casts.append(speakers)
            } else {
                numbers[figures] = combinations.count
                let choice = voices.choice(of: figures, by: cast.choruses)
                combinations.append(Combination(figures: figures, choice: choice, casts: [speakers]))
            }
        }
        return true
    }
}

extension Voices {
    /// Returns, by place, the first claim with which one of the choruses says the figure; 0 where none does.
    func choice(of figures: [Int], by choruses: [Int]) -> [Int] {
        var choice = [Int?](repeating: nil, count: places.count)
        for number in choruses {
            let chorus = self.choruses[number]
            for (word, claims) in zip(chorus.words, chorus.claims) {
                guard let spot = word.figures.firstIndex(of: figures[word.place]) else { continue }
                choice[word.place] = min(choice[word.place] ?? claims[spot], claims[spot])
            }
        }
        return choice.map { $0 ?? 0 }
    }
}
