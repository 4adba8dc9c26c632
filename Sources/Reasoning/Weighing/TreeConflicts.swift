/// Finds all minimal sets of figures that cannot all be right, in a component without circles.
///
/// What speaks against a set there is a tree: a relation fails by an end of each of its statistics, and each of these ends is said
/// by the unit, by a figure, or by another relation with ends of its others. A tree is given up as soon as it could not fail
/// whatever else were said, or as it would fail without one of the figures in it.
struct TreeConflicts {
    private let network: Network
    private let most: TreeBounds
    private let least: TreeBounds
    private(set) var steps: Steps
    /// The numbers of the figures of each set, ascending. A set may contain another.
    private(set) var found: Set<[Int]> = []

    /// An end that is still to be said, and how much it weighs in the sum.
    private struct Leaf {
        let side: TreeBounds.Side
        /// The relation that needs it.
        let constraint: Int
        let weight: Rational
        /// By how much it can raise the sum at the most, and by how much it does with no figure; nil for not at all.
        let most: Limit
        let least: Limit?
    }

    /// A figure that says an end.
    private struct Said {
        let figure: Int
        /// By how much it raises the sum more than no figure does; nil where that does not raise it.
        let gain: Limit?
    }

    init(_ network: Network, _ component: Network.Component, steps: Steps) throws(Steps.Exhausted) {
        self.network = network
        self.steps = steps
        most = try TreeBounds(network, component, withFigures: true, steps: &self.steps)
        least = try TreeBounds(network, component, withFigures: false, steps: &self.steps)
    }

    mutating func run() throws(Steps.Exhausted) {
        for inequality in most.inequalities {
            var leaves: [Leaf] = []
            var isHeld = true
            for (node, factor) in inequality.terms {
                guard isHeld, let leaf = leaf(node, factor, inequality.constraint, times: .one) else {
                    isHeld = false
                    break
                }
                leaves.append(leaf)
            }
            if isHeld { try explore(inequality.constant, leaves, []) }
        }
    }

    /// nil where nothing holds the end.
    private func leaf(_ node: Int, _ factor: Rational, _ constraint: Int, times: Rational) -> Leaf? {
        let side = TreeBounds.Side(node: node, isUpper: factor.sign < 0)
        guard let bound = most.bound(side, without: constraint) else { return nil }
        let weight = factor * times
        return Leaf(
            side: side, constraint: constraint, weight: weight, most: bound * weight,
            least: least.bound(side, without: constraint).map { $0 * weight })
    }

    /// A tree as far as it has grown.
    private struct Tree {
        let sum: Limit
        let leaves: [Leaf]
        let said: [Said]
    }

    /// Grows trees: `sum` is what is said so far, which fails above zero with what the leaves bring.
    private mutating func explore(_ sum: Limit, _ leaves: [Leaf], _ said: [Said]) throws(Steps.Exhausted) {
        var waiting = [Tree(sum: sum, leaves: leaves, said: said)]
        while let tree = waiting.popLast() {
            try steps.spend(tree.leaves.count + tree.said.count + 1)
            guard tree.leaves.reduce(tree.sum, { $0 + $1.most }) > .zero, !isTooMuch(tree) else { continue }
            guard let leaf = tree.leaves.last else {
                found.insert(tree.said.map(\.figure).sorted())
                continue
            }
            let rest = Array(tree.leaves.dropLast())
            // What is said last is looked at first: what needs the fewest figures.
            for number in most.holders[leaf.side] ?? [] where most.inequalities[number].constraint != leaf.constraint {
                try steps.spend(most.inequalities[number].terms.count)
                if let tree = grown(tree, rest, leaf, number) { waiting.append(tree) }
            }
            try steps.spend(network.nodes[leaf.side.node].figures.count)
            for figure in network.nodes[leaf.side.node].figures {
                guard let end = most.end(of: figure, leaf.side) else { continue }
                let raised = end * leaf.weight
                guard leaf.least.map({ raised > $0 }) ?? true else { continue }
                let new = Said(figure: figure, gain: leaf.least.map { raised - $0 })
                waiting.append(Tree(sum: tree.sum + raised, leaves: rest, said: tree.said + [new]))
            }
            if let least = leaf.least { waiting.append(Tree(sum: tree.sum + least, leaves: rest, said: tree.said)) }
        }
    }

    /// Returns the tree with an inequality that says the end of a leaf; nil where it does not.
    private func grown(_ tree: Tree, _ rest: [Leaf], _ leaf: Leaf, _ number: Int) -> Tree? {
        let inequality = most.inequalities[number]
        guard let own = inequality.terms.first(where: { $0.node == leaf.side.node })?.factor else { return nil }
        let times = -leaf.weight / own
        guard times.sign > 0 else { return nil }
        var leaves = rest
        for (node, factor) in inequality.terms where node != leaf.side.node {
            guard let next = self.leaf(node, factor, inequality.constraint, times: times) else { return nil }
            leaves.append(next)
        }
        return Tree(sum: tree.sum + inequality.constant * times, leaves: leaves, said: tree.said)
    }

    /// Whether it fails without one of its figures, whatever else is said.
    private func isTooMuch(_ tree: Tree) -> Bool {
        var sum = tree.sum
        for leaf in tree.leaves {
            guard let least = leaf.least else { return false }
            sum = sum + least
        }
        return tree.said.contains { said in said.gain.map { sum - $0 > .zero } ?? false }
    }
}
