import Evidence

/// How many readings are mixed: the ways to take one claim at each place in which a source is passed over. Counted, and
/// never enumerated.
struct MixedCount {
    /// The most terms of one sum: each source with several strands that could say the same multiplies them.
    private static let mostTerms = 4_096

    private let voices: Voices
    /// By place and figure, the main texts of the sources that say it, once for each claim.
    private let sources: [[[Int]]]
    /// By place and figure, the choruses that speak there first, and say it.
    private let openers: [[[Int]]]

    init(_ voices: Voices) {
        self.voices = voices
        let none = voices.places.map { sayings in
            [[Int]](repeating: [], count: (sayings.map(\.figure).max() ?? -1) + 1)
        }
        var (sources, openers) = (none, none)
        for (place, sayings) in voices.places.enumerated() {
            for saying in sayings { sources[place][saying.figure].append(StrandTable.main(of: saying.strand)) }
        }
        for (number, chorus) in voices.choruses.enumerated() {
            guard let word = chorus.words.first else { continue }
            for figure in word.figures { openers[word.place][figure].append(number) }
        }
        self.sources = sources
        self.openers = openers
    }

    /// Returns the count; nil for more than can be counted, or where the budget does not suffice. `coherent` are all
    /// combinations that are coherent.
    func count(besides coherent: [Combination], budget: inout WorkBudget) -> Int128? {
        guard let all = voices.combinations else { return isNone(besides: coherent, &budget) ? 0 : nil }
        var rest = all
        for combination in coherent {
            guard let ways = ways(to: combination.figures, &budget)?.count else { return nil }
            rest -= ways
        }
        return rest
    }

    /// Whether every way to take claims is coherent.
    private func isNone(besides coherent: [Combination], _ budget: inout WorkBudget) -> Bool {
        guard FigureChoices.count(of: openers.map { Array($0.indices) }, limit: coherent.count) == coherent.count
        else { return false }
        return coherent.allSatisfy { ways(to: $0.figures, &budget)?.isAll == true }
    }

    /// A source several of whose strands are heard, so that claims of it fit together only where one of them speaks.
    private struct Doubtful {
        let strands: Int
        /// By place, which of the strands speak there, as bits, and how many claims are to be had.
        var said: [Int: (strands: Int, claims: Int)] = [:]
    }

    /// Returns in how many ways claims with these figures are taken so that no source is passed over, nil for more than
    /// can be counted; and whether these are all claims with these figures. nil where the budget does not suffice.
    private func ways(to figures: [Int], _ budget: inout WorkBudget) -> (count: Int128?, isAll: Bool)? {
        guard let heard = heard(in: figures, &budget) else { return nil }
        var doubtful: [Int: Doubtful] = [:]
        var sure = [Int](repeating: 0, count: figures.count)
        var isAll = true
        for (place, figure) in figures.enumerated() {
            guard budget.spend(sources[place][figure].count) else { return nil }
            for source in sources[place][figure] {
                let strands = heard[source] ?? []
                let speaking = strands.map { speaks($0, at: place) }
                isAll = isAll && speaking == [true]
                if speaking == [true] { sure[place] += 1 }
                guard strands.count > 1, speaking.contains(true) else { continue }
                let bits = speaking.reversed().reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
                let claims = doubtful[source]?.said[place]?.claims ?? 0
                doubtful[source, default: Doubtful(strands: strands.count)].said[place] = (bits, claims + 1)
            }
        }
        return (sum(sure, Array(doubtful.values), &budget), isAll)
    }

    /// Returns, by the main texts of their sources, the choruses that are not passed over; the main text itself only where
    /// no other strand of its source is heard, since that speaks wherever the main text does.
    private func heard(in figures: [Int], _ budget: inout WorkBudget) -> [Int: [Int]]? {
        var heard: [Int: [Int]] = [:]
        for (place, figure) in figures.enumerated() {
            for number in openers[place][figure] {
                let chorus = voices.choruses[number]
                guard budget.spend(chorus.words.count) else { return nil }
                guard chorus.words.allSatisfy({ $0.figures.contains(figures[$0.place]) }) else { continue }
                for strand in chorus.strands { heard[StrandTable.main(of: strand), default: []].append(number) }
            }
        }
        return heard.mapValues { numbers in
            let others = numbers.filter { number in
                voices.choruses[number].strands.allSatisfy { $0 != StrandTable.main(of: $0) }
            }
            return numbers.count > 1 && !others.isEmpty ? others : numbers
        }
    }

    private func speaks(_ number: Int, at place: Int) -> Bool {
        let words = voices.choruses[number].words
        var (low, high) = (0, words.count)
        while low < high {
            let middle = (low + high) / 2
            if words[middle].place < place { low = middle + 1 } else { high = middle }
        }
        return low < words.count && words[low].place == place
    }

    /// Returns how many ways there are to take one claim at each place, of a doubtful source only such as one of its
    /// strands says: those that all of some strands say, added for an odd number of strands and taken off for an even one.
    private func sum(_ sure: [Int], _ doubtful: [Doubtful], _ budget: inout WorkBudget) -> Int128? {
        let choices = doubtful.map { Array(1..<1 << $0.strands) }
        guard let terms = FigureChoices.count(of: choices, limit: MixedCount.mostTerms),
            budget.spend(terms * (sure.count + doubtful.count))
        else { return nil }
        var sum: Int128 = 0
        for choice in FigureChoices(choices) {
            var term: Int128 = choice.reduce(1) { $1.nonzeroBitCount.isMultiple(of: 2) ? -$0 : $0 }
            for place in sure.indices {
                let claims = zip(doubtful, choice).reduce(sure[place]) { claims, taken in
                    guard let said = taken.0.said[place], said.strands & taken.1 == taken.1 else { return claims }
                    return claims + said.claims
                }
                let (product, overflow) = term.multipliedReportingOverflow(by: Int128(claims))
                if overflow { return nil }
                term = product
            }
            let (next, overflow) = sum.addingReportingOverflow(term)
            if overflow { return nil }
            sum = next
        }
        return sum
    }
}
