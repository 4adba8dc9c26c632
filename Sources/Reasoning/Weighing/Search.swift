/// Looks for values of all statistics of a component, each among several intervals: as branches, of which arithmetic alone
/// cannot close each.
struct Search {
    /// By statistic, the intervals that it may be in, in their order and apart from each other. Those that are not named may have
    /// whatever their units allow.
    private let options: [Int: [ClosedRational]]
    private var best: Found?

    /// How far a statistic can go, and a place where it is there.
    struct Found {
        /// nil without end.
        let limit: Limit?
        /// By statistic that has intervals, its value there; nil for any of them.
        let values: [Int: Limit?]
    }

    private struct Goal {
        let node: Int
        let isUp: Bool
    }

    private init(_ options: [Int: [ClosedRational]]) { self.options = options }

    /// Whether all can be so.
    static func isPossible(
        _ options: [Int: [ClosedRational]], in system: inout ComponentSystem
    ) throws(Steps.Exhausted) -> Bool {
        var search = Search(options)
        return try search.run(nil, in: &system) != nil
    }

    /// Returns the highest, or the lowest, value that a statistic can have; nil where all cannot be so.
    static func extreme(
        of node: Int, up: Bool, _ options: [Int: [ClosedRational]], in system: inout ComponentSystem
    ) throws(Steps.Exhausted) -> Found? {
        var search = Search(options)
        return try search.run(Goal(node: node, isUp: up), in: &system)
    }

    private mutating func run(_ goal: Goal?, in system: inout ComponentSystem) throws(Steps.Exhausted) -> Found? {
        var ranges = options.mapValues { 0..<$0.count }
        for node in system.component.nodes {
            guard let allowed = options[node] else {
                try system.set(node, .all)
                continue
            }
            guard !allowed.isEmpty else { return nil }
            try set(node, 0..<allowed.count, in: &system)
        }
        try explore(&ranges, goal, in: &system)
        return best
    }

    private func set(_ node: Int, _ range: Range<Int>, in system: inout ComponentSystem) throws(Steps.Exhausted) {
        guard let allowed = options[node], let last = range.last else { return }
        try system.set(node, ClosedRational(allowed[range.lowerBound].low, allowed[last].high))
    }

    private mutating func explore(
        _ ranges: inout [Int: Range<Int>], _ goal: Goal?, in system: inout ComponentSystem
    ) throws(Steps.Exhausted) {
        guard try system.isPossible() else { return }
        var limit: Limit?
        if let goal {
            limit = try system.extreme(of: goal.node, up: goal.isUp)
            if let best {
                guard let most = best.limit else { return }
                if let limit, goal.isUp ? limit <= most : limit >= most { return }
            }
        }
        guard let (node, split) = gap(ranges, in: system) else {
            best = Found(limit: limit, values: values(in: system))
            return
        }
        guard let range = ranges[node] else { return }
        let halves = [range.lowerBound..<split, split..<range.upperBound]
        for half in halves {
            ranges[node] = half
            try set(node, half, in: &system)
            try explore(&ranges, goal, in: &system)
            if goal == nil, best != nil { break }
        }
        ranges[node] = range
        try set(node, range, in: &system)
    }

    /// A statistic whose value is in none of its intervals, and the first of those above it.
    private func gap(_ ranges: [Int: Range<Int>], in system: ComponentSystem) -> (node: Int, split: Int)? {
        for node in system.component.nodes {
            guard let range = ranges[node], range.count > 1, let allowed = options[node],
                let value = system.value(of: node)
            else { continue }
            guard let above = range.first(where: { allowed[$0].low.map { value < Limit($0) } ?? false }),
                above > range.lowerBound
            else { continue }
            if let high = allowed[above - 1].high, value > Limit(high) { return (node, above) }
        }
        return nil
    }

    private func values(in system: ComponentSystem) -> [Int: Limit?] {
        var values: [Int: Limit?] = [:]
        for node in options.keys { values.updateValue(system.value(of: node), forKey: node) }
        return values
    }
}
