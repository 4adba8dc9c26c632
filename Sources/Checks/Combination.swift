/// One claim for each place of a relation, and who says it so. Other choices with the same figures have the same
/// arithmetic: they are not listed again.
struct Combination: Hashable {
    /// By place, the number of the figure.
    let figures: [Int]
    /// By place, the claim that is shown for it.
    let choice: [Int]
    /// Each least set of groups that can say it alone; none where nobody says it.
    var covers: [[Int]] = []
    /// How many sources are passed over; 0 where it is coherent.
    var passedOver = 0
}

/// All ways to choose one of several figures at each place, the last place's changing first.
struct FigureChoices: Sequence, IteratorProtocol {
    private let figures: [[Int]]
    private var spots: [Int]?

    /// `figures` has at least one figure for each place; otherwise there is no way.
    init(_ figures: [[Int]]) {
        self.figures = figures
        spots = figures.contains { $0.isEmpty } ? nil : Array(repeating: 0, count: figures.count)
    }

    mutating func next() -> [Int]? {
        guard var spots else { return nil }
        let choice = zip(figures, spots).map { $0[$1] }
        var place = spots.count - 1
        while place >= 0, spots[place] + 1 == figures[place].count {
            spots[place] = 0
            place -= 1
        }
        if place >= 0 { spots[place] += 1 }
        self.spots = place >= 0 ? spots : nil
        return choice
    }

    /// How many there are; nil for more than `limit`.
    static func count(of figures: [[Int]], limit: Int) -> Int? {
        var count = 1
        for figures in figures {
            let (product, overflow) = count.multipliedReportingOverflow(by: figures.count)
            if overflow || product > limit { return nil }
            count = product
        }
        return count
    }
}
