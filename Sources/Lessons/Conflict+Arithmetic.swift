import Archive
import Evidence
import Reasoning
import Wording

extension Conflict {
    /// Returns on one line why the figures cannot all be right, as pupils write it: `8,350 + 34,589 = 42,939 > 38,838`. A statistic that
    /// none of the figures is of has the lowest or highest number that an earlier step leaves it. nil where it is no matter of adding up,
    /// or of taking away.
    func arithmetic(in snapshot: Snapshot, _ language: Language) -> String? {
        (kind == .values ? difference(in: snapshot, language) : sum(in: snapshot, language)).map(language.leftToRight)
    }

    /// Whether the words allow each figure no more than one number.
    func isExact(in network: Network) -> Bool {
        figures.allSatisfy { network.figures[$0].interval.point != nil }
    }

    private func difference(in snapshot: Snapshot, _ language: Language) -> String? {
        let points = figures.compactMap { snapshot.weighing.network.figures[$0].interval.point }.sorted()
        guard figures.count == 2, points.count == 2,
            let gap = (Interval(points[1], points[1]) - Interval(points[0], points[0])).point
        else { return nil }
        return "\(language.format(points[1])) − \(language.format(points[0])) = \(language.format(gap))"
    }

    /// The last step, in which the parts, or what was counted earlier, are too many or too few.
    private func sum(in snapshot: Snapshot, _ language: Language) -> String? {
        let network = snapshot.weighing.network
        guard let last = steps.last, let equation = network.constraints[last.constraint].relation.constraint.equation,
            [.sum, .part, .cumulative].contains(equation.form.kind), let left = equation.sides.first,
            let right = equation.sides.last
        else { return nil }
        let nodes = (left + right).compactMap(network.node)
        guard nodes.count == left.count + right.count,
            Set(nodes.map { network.nodes[$0].statistic.unit }).count == 1
        else { return nil }
        let side = { (statistics: [String], end: KeyPath<Interval, Number?>) in
            let ranges = statistics.compactMap(network.node).map { range(ofNode: $0, in: snapshot) }
            return Sum(ranges.map { $0[keyPath: end] }, language)
        }
        if let least = side(left, \.low), let most = side(right, \.high), least.total > most.total {
            return "\(least.text) > \(most.text)"
        }
        guard equation.form.isEquality, let most = side(left, \.high), let least = side(right, \.low),
            most.total < least.total
        else { return nil }
        return "\(most.text) < \(least.text)"
    }

    /// What a statistic can be: by its figure here, by a step, or else by its unit.
    private func range(ofNode number: Int, in snapshot: Snapshot) -> Interval {
        let network = snapshot.weighing.network
        if let figure = figures.first(where: { network.figures[$0].node == number }) {
            return network.figures[figure].interval
        }
        if let step = steps.dropLast().last(where: { $0.node == number }) {
            return Interval(step.low?.number, step.high?.number)
        }
        let unit = network.nodes[number].statistic.unit
        return snapshot.dataset.identity.vocabulary.units[unit]?.bounds ?? Interval(nil, nil)
    }
}

/// Numbers that are added up.
private struct Sum {
    let total: Number
    let text: String

    /// nil where one of the numbers has no bound. Nothing is told of zeros.
    init?(_ numbers: [Number?], _ language: Language) {
        let zero = Interval(0, 0)
        let known = numbers.compactMap { $0 }
        guard known.count == numbers.count,
            let total = known.reduce(zero, { $0 + Interval($1, $1) }).point
        else { return nil }
        self.total = total
        let addends = known.filter { $0 != 0 }.map { language.format($0) }
        text = addends.joined(separator: " + ") + (addends.count > 1 ? " = \(language.format(total))" : "")
    }
}

extension Interval {
    /// The only number in it; nil if there are others.
    fileprivate var point: Number? { low.flatMap { $0 == high ? $0 : nil } }
}
