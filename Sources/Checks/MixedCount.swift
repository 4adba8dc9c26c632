import Evidence

/// How many readings are mixed: the ways to take one claim at each place in which a source is passed over. Counted, and
/// never enumerated.
struct MixedCount {
    /// The most terms of one sum: each source with several strands that could say the same multiplies them.
    private static let mostTerms = 4_096

    private let index: StrandIndex
    /// By place and figure, the strands of the claims that say it.
    private let strands: [[[Int]]]
    /// By place and figure, the groups that speak there first, and say it.
    private let openers: [[[Int]]]

    init(_ index: StrandIndex) {
        self.index = index
        let none = index.places.map { strandFigures in
            [[Int]](repeating: [], count: (strandFigures.map(\.figure).max() ?? -1) + 1)
        }
        var (strands, openers) = (none, none)
        for (place, strandFigures) in index.places.enumerated() {
            for strandFigure in strandFigures { strands[place][strandFigure.figure].append(strandFigure.strand) }
        }
        for (number, group) in index.groups.enumerated() {
            guard let entry = group.entries.first else { continue }
            for figure in entry.figures { openers[entry.place][figure].append(number) }
        }
        self.strands = strands
        self.openers = openers
    }

    /// Returns the count; nil for more than can be counted, or where the budget does not suffice. `coherent` are all
    /// combinations that are coherent.
    func count(besides coherent: [Combination], budget: inout WorkBudget) -> Int128? {
        guard let all = index.combinations else { return isNone(besides: coherent, &budget) ? 0 : nil }
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
        /// By place, for each claim, which of the strands have it, as bits.
        var said: [Int: [Int]] = [:]
    }

    /// Returns in how many ways claims with these figures are taken so that no source is passed over, nil for more than
    /// can be counted; and whether these are all claims with these figures. nil where the budget does not suffice.
    private func ways(to figures: [Int], _ budget: inout WorkBudget) -> (count: Int128?, isAll: Bool)? {
        guard let heard = heard(in: figures, &budget) else { return nil }
        var doubtful: [Int: Doubtful] = [:]
        var sure = [Int](repeating: 0, count: figures.count)
        var isAll = true
        for (place, figure) in figures.enumerated() {
            guard budget.spend(strands[place][figure].count) else { return nil }
            for strand in strands[place][figure] {
                let source = StrandTable.main(of: strand)
                let heard = heard[source] ?? []
                let speaking = heard.map { speaks($0, as: strand, at: place) }
                isAll = isAll && speaking == [true]
                if speaking == [true] { sure[place] += 1 }
                guard heard.count > 1, speaking.contains(true) else { continue }
                let bits = speaking.reversed().reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
                doubtful[source, default: Doubtful(strands: heard.count)].said[place, default: []].append(bits)
            }
        }
        return (sum(sure, Array(doubtful.values), &budget), isAll)
    }

    /// Returns, by the main texts of their sources, the groups that are not passed over.
    private func heard(in figures: [Int], _ budget: inout WorkBudget) -> [Int: [Int]]? {
        var heard: [Int: [Int]] = [:]
        for (place, figure) in figures.enumerated() {
            for number in openers[place][figure] {
                let group = index.groups[number]
                guard budget.spend(group.entries.count) else { return nil }
                guard group.entries.allSatisfy({ $0.figures.place(ofAscending: figures[$0.place]) != nil }) else {
                    continue
                }
                for strand in group.strands { heard[StrandTable.main(of: strand), default: []].append(number) }
            }
        }
        return heard
    }

    /// Whether the group has claims of that strand at the place: its own, or those that its main text lends.
    private func speaks(_ number: Int, as strand: Int, at place: Int) -> Bool {
        let group = index.groups[number]
        // A source with but one strand has no other claims.
        guard group.rival != nil else { return true }
        let spot = group.entries.partitionPoint { $0.place < place }
        guard spot < group.entries.count, group.entries[spot].place == place else { return false }
        return group.claims[spot].first.map { index.places[place][$0].strand } == strand
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
                    claims + (taken.0.said[place] ?? []).count { $0 & taken.1 == taken.1 }
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
