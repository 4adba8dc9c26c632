import Evidence

/// How far the statistics of a component without circles are held, each by itself: there what one relation says of a statistic
/// has nothing to do with what another says of it.
struct TreeBounds {
    /// One relation as a sum that is at most zero; an equality is two of them.
    struct Inequality {
        let constraint: Int
        /// The sum's terms, by the numbers of the statistics, ascending.
        let terms: [(node: Int, factor: Rational)]
        /// What is strictly less than zero has a little more than its number.
        let constant: Limit
    }

    /// One end of a statistic.
    struct Side: Hashable {
        let node: Int
        let isUpper: Bool
    }

    let inequalities: [Inequality]
    /// By the end of a statistic, the inequalities that hold it.
    private(set) var holders: [Side: [Int]] = [:]
    private let network: Network
    private let messages: TreeMessages<LimitSpan>
    /// By the number of a relation, its place.
    private var places: [Int: Int] = [:]

    /// `withFigures` takes all figures, each end from whichever holds it most; otherwise none.
    init(
        _ network: Network, _ component: Network.Component, withFigures: Bool, steps: inout Steps
    ) throws(Steps.Exhausted) {
        self.network = network
        messages = try TreeMessages(network, component, steps: &steps) { node in
            let unit = LimitSpan(network.nodes[node].unit)
            guard withFigures else { return unit }
            return network.nodes[node].figures.reduce(unit) {
                $0.intersection(LimitSpan(network.figures[$1].range))
            }
        }
        inequalities = component.constraints.flatMap { TreeBounds.inequalities(of: network.constraints[$0], $0) }
        for (number, inequality) in inequalities.enumerated() {
            for (node, factor) in inequality.terms {
                holders[Side(node: node, isUpper: factor.sign > 0), default: []].append(number)
            }
        }
        for (place, row) in messages.rows.enumerated() { places[row.constraint] = place }
    }

    /// Whether it has no circle, and no product.
    static func suits(_ component: Network.Component, of network: Network) -> Bool {
        let constraints = component.constraints.map { network.constraints[$0] }
        return constraints.allSatisfy { $0.product == nil }
            && component.nodes.count + constraints.count - constraints.reduce(0) { $0 + $1.nodes.count } == 1
    }

    /// Returns those of some relations, from the first, that close no circle with those before, as they hang together; and what
    /// is left.
    static func forest(
        of constraints: [Int], in network: Network, _ steps: inout Steps
    ) throws(Steps.Exhausted) -> (trees: [Network.Component], left: [Int]) {
        var (parents, left, taken): ([Int: Int], [Int], [Int]) = ([:], [], [])
        let root = { (node: Int) in
            var node = node
            while let parent = parents[node], parent != node {
                parents[node] = parents[parent] ?? parent
                node = parent
            }
            return node
        }
        for place in constraints {
            let nodes = network.constraints[place].nodes
            try steps.spend(4 * nodes.count)
            let roots = nodes.map(root)
            guard Set(roots).count == roots.count, let first = roots.first else {
                left.append(place)
                continue
            }
            taken.append(place)
            for other in roots { parents[other] = first }
        }
        var trees: [Int: [Int]] = [:]
        for place in taken { trees[network.constraints[place].nodes.first.map(root) ?? 0, default: []].append(place) }
        return (
            trees.values.sorted { $0.lexicographicallyPrecedes($1) }.map { places in
                Network.Component(
                    nodes: Set(places.flatMap { network.constraints[$0].nodes }).sorted(), constraints: places)
            }, left
        )
    }

    private static func inequalities(of constraint: Constraint, _ place: Int) -> [Inequality] {
        let terms = constraint.linear.sorted { $0.key < $1.key }.map { (node: $0.key, factor: $0.value) }
        let atMost = { (nearness: Rational) in
            Inequality(constraint: place, terms: terms, constant: Limit(constraint.constant, nearness))
        }
        let atLeast = { (nearness: Rational) in
            Inequality(
                constraint: place, terms: terms.map { ($0.node, -$0.factor) },
                constant: Limit(-constraint.constant, nearness))
        }
        return switch constraint.sign {
        case .equal: [atMost(.zero), atLeast(.zero)]
        case .atMost: [atMost(.zero)]
        case .less: [atMost(1)]
        case .atLeast: [atLeast(.zero)]
        case .more: [atLeast(1)]
        }
    }

    /// The end as it is held by all but one relation, in which it stands; nil for none.
    func bound(_ side: Side, without constraint: Int) -> Limit? {
        guard let terms = places[constraint].map({ messages.rows[$0].terms }) else { return nil }
        var (low, high) = (0, terms.count)
        while low < high {
            let middle = (low + high) / 2
            if terms[middle].node < side.node { low = middle + 1 } else { high = middle }
        }
        return terms.indices.contains(low) && terms[low].node == side.node ? terms[low].before[side.isUpper] : nil
    }

    /// The end of a figure; nil where it has none.
    func end(of figure: Int, _ side: Side) -> Limit? {
        let range = network.figures[figure].range
        return (side.isUpper ? range.high : range.low).map { Limit($0) }
    }
}
