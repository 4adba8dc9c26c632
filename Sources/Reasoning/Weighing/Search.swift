/// Looks for values of all statistics of a component, each among several intervals: as branches, of which arithmetic alone
/// cannot close each.
struct Search {
    /// By statistic, the intervals that it may be in, in their order and apart from each other. Those that are not named may have
    /// whatever their units allow.
    private let options: [Int: [ClosedRational]]
    /// How many intervals there are.
    private let size: Int
    /// By knot, sets of statistics one of which goes without its intervals.
    private let dropped: [[Set<Int>]]
    /// By statistic in one of these, the knot.
    private var knots: [Int: Int] = [:]
    /// By knot, the set that goes without; nil for whichever it is.
    private var decided: [Int?]
    private var best: Found?
    private var depth = 0
    /// Branches are not followed deeper.
    private static let deepest = 500

    /// How far a statistic can go, and a place where it is there.
    struct Found {
        /// nil without end.
        let limit: Limit?
        /// Of the statistics that hold it back, and do not go without, the value there; nil for any of its intervals.
        let values: [Int: Limit?]
        /// The relations that hold it back.
        let constraints: Set<Int>
        /// The relations because of which it may not go so far.
        let doubts: Set<Int>
    }

    private struct Goal {
        let node: Int
        let isUp: Bool
    }

    private init(_ options: [Int: [ClosedRational]], _ dropped: [[Set<Int>]]) {
        self.options = options
        size = options.values.reduce(0) { $0 + $1.count }
        self.dropped = dropped
        decided = dropped.map { _ in nil }
        for (knot, sets) in dropped.enumerated() {
            for node in sets.joined() { knots[node] = knot }
        }
    }

    /// Whether all can be so.
    static func isPossible(
        _ options: [Int: [ClosedRational]], in system: inout ComponentSystem
    ) throws(Steps.Exhausted) -> Bool {
        var search = Search(options, [])
        return try search.run(nil, in: &system) != nil
    }

    /// Returns the highest, or the lowest, value that a statistic can have; nil where all cannot be so.
    static func extreme(
        of node: Int, up: Bool, _ options: [Int: [ClosedRational]], dropping dropped: [[Set<Int>]],
        in system: inout ComponentSystem
    ) throws(Steps.Exhausted) -> Found? {
        var search = Search(options, dropped)
        guard system.isFactor(node) else { return try search.run(Goal(node: node, isUp: up), in: &system) }
        // How far a factor goes is worked out with sums that nothing else needs.
        var own = system
        defer { system.steps = own.steps }
        return try search.run(Goal(node: node, isUp: up), in: &own)
    }

    private mutating func run(_ goal: Goal?, in system: inout ComponentSystem) throws(Steps.Exhausted) -> Found? {
        try system.spend(system.component.nodes.count)
        var ranges = options.mapValues { 0..<$0.count }
        for node in system.component.nodes {
            guard let range = ranges[node] else {
                try system.set(node, .all)
                continue
            }
            guard !range.isEmpty else { return nil }
            try set(node, range, in: &system)
        }
        try explore(&ranges, goal, in: &system)
        return best
    }

    private func set(_ node: Int, _ range: Range<Int>, in system: inout ComponentSystem) throws(Steps.Exhausted) {
        guard !isFree(node), let allowed = options[node], let last = range.last else {
            return try system.set(node, .all)
        }
        try system.set(node, ClosedRational(allowed[range.lowerBound].low, allowed[last].high))
    }

    private mutating func explore(
        _ ranges: inout [Int: Range<Int>], _ goal: Goal?, in system: inout ComponentSystem
    ) throws(Steps.Exhausted) {
        guard depth < Search.deepest else { throw Steps.Exhausted() }
        depth += 1
        defer { depth -= 1 }
        try system.spend((system.component.nodes.count + size) / 2)
        guard try system.isPossible() else { return }
        var limit: Limit?
        if let goal {
            limit = try system.extreme(of: goal.node, up: goal.isUp)
            if let best {
                guard let most = best.limit else { return }
                if let limit, goal.isUp ? limit <= most : limit >= most { return }
            }
        }
        // What has no end may go without itself; and where a factor goes furthest, there is no place with its value.
        let isEndless = goal.map { limit == nil || system.isFactor($0.node) } ?? false
        if let knot = isEndless ? decided.firstIndex(where: { $0 == nil }) : unmet(in: system) {
            return try decide(knot, &ranges, goal, in: &system)
        }
        guard let (node, split) = gap(ranges, goal, limit, in: system) else {
            best = try found(limit, ranges, goal, in: &system)
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

    /// Whether the statistic goes without, or may.
    private func isFree(_ node: Int) -> Bool {
        guard let knot = knots[node] else { return false }
        return decided[knot].map { dropped[knot][$0].contains(node) } ?? true
    }

    /// A knot of which no set is the one that goes without, by the values that there are.
    private func unmet(in system: ComponentSystem) -> Int? {
        dropped.indices.first { decided[$0] == nil && set(of: $0, in: system) == nil }
    }

    /// The set of a knot such that all of its other statistics are in their intervals.
    private func set(of knot: Int, in system: ComponentSystem) -> Set<Int>? {
        let out = Set(
            dropped[knot].joined().filter { node in
                guard let value = system.value(of: node) else { return false }
                return !(options[node] ?? []).contains { $0.contains(value) }
            })
        return dropped[knot].first { out.isSubset(of: $0) }
    }

    private mutating func decide(
        _ knot: Int, _ ranges: inout [Int: Range<Int>], _ goal: Goal?, in system: inout ComponentSystem
    ) throws(Steps.Exhausted) {
        let nodes = Set(dropped[knot].joined())
        for number in dropped[knot].indices {
            decided[knot] = number
            for node in nodes { if let range = ranges[node] { try set(node, range, in: &system) } }
            try explore(&ranges, goal, in: &system)
        }
        decided[knot] = nil
        for node in nodes { if let range = ranges[node] { try set(node, range, in: &system) } }
    }

    /// A statistic whose value is in none of its intervals, and the first of those above it.
    private func gap(
        _ ranges: [Int: Range<Int>], _ goal: Goal?, _ limit: Limit?, in system: ComponentSystem
    ) -> (node: Int, split: Int)? {
        for node in system.component.nodes {
            guard !isFree(node), let range = ranges[node], range.count > 1, let allowed = options[node],
                let value = node == goal?.node ? limit : system.value(of: node)
            else { continue }
            guard let above = range.first(where: { allowed[$0].low.map { value < Limit($0) } ?? false }),
                above > range.lowerBound
            else { continue }
            if let high = allowed[above - 1].high, value > Limit(high) { return (node, above) }
        }
        return nil
    }

    private func found(
        _ limit: Limit?, _ ranges: [Int: Range<Int>], _ goal: Goal?, in system: inout ComponentSystem
    ) throws(Steps.Exhausted) -> Found {
        guard let goal else { return Found(limit: nil, values: [:], constraints: [], doubts: []) }
        let doubts = try doubts(limit, ranges, goal, in: &system)
        guard limit != nil else { return Found(limit: nil, values: [:], constraints: [], doubts: doubts) }
        let support = system.support
        var values: [Int: Limit?] = [:]
        let out = dropped.indices.filter { decided[$0] == nil }.compactMap { set(of: $0, in: system) }
        let without = Set(out.joined())
        for node in support.nodes
        where options[node] != nil && !without.contains(node) && (isOpen(node) || !isFree(node)) {
            let value = node == goal.node ? limit : system.value(of: node) ?? support.ends[node].map { Limit($0) }
            values.updateValue(value, forKey: node)
        }
        return Found(limit: limit, values: values, constraints: support.constraints, doubts: doubts)
    }

    /// The relations because of which a statistic may not go so far, with the values that there are, and with others.
    private func doubts(
        _ limit: Limit?, _ ranges: [Int: Range<Int>], _ goal: Goal, in system: inout ComponentSystem
    ) throws(Steps.Exhausted) -> Set<Int> {
        let isAllowed = { (node: Int, value: Limit) in
            isFree(node) && !isOpen(node) || options[node]?.contains { $0.contains(value) } ?? true
        }
        let doubts = system.doubts(of: goal.node, at: limit, isAllowed)
        guard !doubts.isEmpty, let limit, limit.isReached else { return doubts }
        var trial = system
        defer { system.steps = trial.steps }
        guard try trial.settle(goal.node, at: limit.value, isAllowed), unmet(in: trial) == nil,
            gap(ranges, goal, limit, in: trial) == nil
        else { return doubts }
        return trial.doubts(of: goal.node, at: limit, isAllowed)
    }

    /// Whether the statistic is of a knot of which any set may be the one.
    private func isOpen(_ node: Int) -> Bool { knots[node].map { decided[$0] == nil } ?? false }
}
