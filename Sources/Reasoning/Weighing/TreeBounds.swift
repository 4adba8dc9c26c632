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

    /// An end as it is when one relation is not asked.
    private struct Question: Hashable {
        let side: Side
        let constraint: Int
    }

    let inequalities: [Inequality]
    /// By the end of a statistic, the inequalities that hold it.
    private(set) var holders: [Side: [Int]] = [:]
    private let network: Network
    private let withFigures: Bool
    private var bounds: [Question: Limit?] = [:]

    /// `withFigures` takes all figures, each end from whichever holds it most; otherwise none.
    init(
        _ network: Network, _ component: Network.Component, withFigures: Bool, steps: inout Steps
    ) throws(Steps.Exhausted) {
        self.network = network
        self.withFigures = withFigures
        inequalities = component.constraints.flatMap { TreeBounds.inequalities(of: network.constraints[$0], $0) }
        for (number, inequality) in inequalities.enumerated() {
            for (node, factor) in inequality.terms {
                holders[Side(node: node, isUpper: factor.sign > 0), default: []].append(number)
            }
        }
        try work(component, &steps)
    }

    /// Whether it has no circle, and no product.
    static func suits(_ component: Network.Component, of network: Network) -> Bool {
        let constraints = component.constraints.map { network.constraints[$0] }
        return constraints.allSatisfy { $0.product == nil }
            && component.nodes.count + constraints.count - constraints.reduce(0) { $0 + $1.nodes.count } == 1
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

    /// The end as it is held by all but one relation; nil for none.
    func bound(_ side: Side, without constraint: Int) -> Limit? {
        bounds[Question(side: side, constraint: constraint)] ?? nil
    }

    /// Works out each end for each relation, those first on which others rest: from the leaves to a root, and back.
    private mutating func work(_ component: Network.Component, _ steps: inout Steps) throws(Steps.Exhausted) {
        var users: [Int: [Int]] = [:]
        for place in component.constraints {
            for node in network.constraints[place].nodes { users[node, default: []].append(place) }
        }
        guard let root = component.nodes.first else { return }
        // Pairs of a statistic and a relation, by which of them is nearer to the root.
        var down: [(node: Int, constraint: Int)] = []
        var up: [(node: Int, constraint: Int)] = []
        var seen: Set<Int> = []
        var waiting = [root]
        var next = 0
        while next < waiting.count {
            let node = waiting[next]
            next += 1
            for place in users[node] ?? [] where seen.insert(place).inserted {
                down.append((node, place))
                for other in network.constraints[place].nodes where other != node {
                    up.append((other, place))
                    waiting.append(other)
                }
            }
        }
        for (node, place) in up.reversed() { try ask(node, place, users[node] ?? [], &steps) }
        for (node, place) in down { try ask(node, place, users[node] ?? [], &steps) }
    }

    private mutating func ask(
        _ node: Int, _ place: Int, _ users: [Int], _ steps: inout Steps
    ) throws(Steps.Exhausted) {
        for isUpper in [false, true] {
            let side = Side(node: node, isUpper: isUpper)
            var best = own(side)
            for number in holders[side] ?? [] where inequalities[number].constraint != place {
                try steps.spend(inequalities[number].terms.count)
                best = tighter(best, held(side, by: number), side)
            }
            bounds.updateValue(best, forKey: Question(side: side, constraint: place))
        }
    }

    /// What the unit and the figures say.
    private func own(_ side: Side) -> Limit? {
        let unit = network.nodes[side.node].unit
        var best = (side.isUpper ? unit.high : unit.low).map { Limit($0) }
        guard withFigures else { return best }
        for figure in network.nodes[side.node].figures { best = tighter(best, end(of: figure, side), side) }
        return best
    }

    /// The end of a figure; nil where it has none.
    func end(of figure: Int, _ side: Side) -> Limit? {
        let range = network.figures[figure].range
        return (side.isUpper ? range.high : range.low).map { Limit($0) }
    }

    func tighter(_ one: Limit?, _ other: Limit?, _ side: Side) -> Limit? {
        guard let one, let other else { return one ?? other }
        return side.isUpper ? min(one, other) : max(one, other)
    }

    /// The end by which an inequality holds a statistic, with the others as far as they are held.
    private func held(_ side: Side, by number: Int) -> Limit? {
        let inequality = inequalities[number]
        var sum = inequality.constant
        var own: Rational?
        for (node, factor) in inequality.terms {
            guard node != side.node else {
                own = factor
                continue
            }
            let other = Side(node: node, isUpper: factor.sign < 0)
            guard let bound = bound(other, without: inequality.constraint) else { return nil }
            sum = sum + bound * factor
        }
        return own.map { Limit.zero - sum / $0 }
    }
}
