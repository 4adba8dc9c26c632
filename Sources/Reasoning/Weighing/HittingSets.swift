/// The least that must be given up, so that nothing is left of any conflict: all sets of least cost.
struct HittingSets {
    /// What giving up costs.
    enum Cost {
        /// A figure has a weight.
        case weights([Int: Int])
        /// A statistic counts where none of its figures is left; those that are left are one for each. By figure, all figures of
        /// its statistic.
        case statistics([Int: Range<Int>])
    }

    /// More sets of least cost are not told.
    static let most = 1_000

    /// Not so many figures are given up one by one.
    private static let deepest = 500

    private let conflicts: [[Int]]
    /// How many members they have.
    private let size: Int
    private let cost: Cost
    private var steps: Steps
    private var kept: [Int: Int] = [:]
    private var out: Set<Int> = []
    private let given: Int
    private var spent = 0
    private var best: Int
    private var found: Set<[Int]> = []

    /// `kept` are figures that stay, and `out` those that are given up at no cost. Returns the least cost with the sets: of
    /// figures, or the lowest figure of each statistic that goes without. nil where what stays is a conflict, or where the cost is
    /// above `limit`.
    static func least(
        _ conflicts: [[Int]], _ cost: Cost, keeping kept: [Int] = [], without out: Set<Int> = [], limit: Int = .max,
        steps: inout Steps
    ) throws(Steps.Exhausted) -> (cost: Int, sets: [[Int]])? {
        var search = HittingSets(conflicts, cost, steps, kept, out, limit)
        defer { steps = search.steps }
        try search.explore()
        guard !search.found.isEmpty else { return nil }
        return (search.best, search.found.sorted { $0.lexicographicallyPrecedes($1) })
    }

    private init(
        _ conflicts: [[Int]], _ cost: Cost, _ steps: Steps, _ kept: [Int], _ out: Set<Int>, _ limit: Int
    ) {
        self.conflicts = conflicts
        size = conflicts.reduce(1) { $0 + $1.count }
        self.cost = cost
        self.steps = steps
        self.out = out
        given = out.count
        best = limit
        for figure in kept { self.kept[figure] = 1 }
    }

    /// What it costs to give up one more figure.
    private func price(of figure: Int) -> Int {
        switch cost {
        case .weights(let weights): weights[figure] ?? 1
        case .statistics(let groups):
            (groups[figure] ?? figure..<figure + 1).allSatisfy { $0 == figure || out.contains($0) } ? 1 : 0
        }
    }

    private mutating func explore() throws(Steps.Exhausted) {
        guard out.count - given < HittingSets.deepest else { throw Steps.Exhausted() }
        try steps.spend(size)
        var open: (members: [Int], count: Int)?
        for conflict in conflicts where conflict.allSatisfy({ !out.contains($0) }) {
            let free = conflict.filter { kept[$0] == nil }
            if open.map({ free.count < $0.count }) ?? true { open = (free, free.count) }
        }
        guard let open else { return try add() }
        var now: [Int] = []
        for figure in open.members {
            let price = price(of: figure)
            if spent + price <= best {
                out.insert(figure)
                spent += price
                try explore()
                spent -= price
                out.remove(figure)
            }
            kept[figure, default: 0] += 1
            now.append(figure)
        }
        for figure in now {
            let count = (kept[figure] ?? 1) - 1
            kept[figure] = count > 0 ? count : nil
        }
    }

    private mutating func add() throws(Steps.Exhausted) {
        if spent < best { found = [] }
        best = spent
        let set: [Int] =
            switch cost {
            case .weights: out.sorted()
            case .statistics(let groups):
                Set(out.compactMap { groups[$0] }.filter { $0.allSatisfy(out.contains) }.map(\.lowerBound)).sorted()
            }
        found.insert(set)
        guard found.count <= HittingSets.most else { throw Steps.Exhausted() }
    }
}
