import Evidence

/// What the statistics of a component without circles can be, all figures of the others considered: worked out for all of them at
/// once, as sets of values. Where a set would have too many spans, it is more than there is, and says so.
struct TreeRanges {
    private let network: Network
    /// The statistics that have whatever their units allow.
    private let dropped: Set<Int>
    private var messages: TreeMessages<LimitSet>

    init(
        _ network: Network, _ component: Network.Component, dropping dropped: Set<Int>, steps: inout Steps
    ) throws(Steps.Exhausted) {
        self.network = network
        self.dropped = dropped
        messages = try TreeMessages(network, component, steps: &steps) { node in
            TreeRanges.own(node, of: network, isFree: dropped.contains(node))
        }
    }

    /// What the figures of a statistic say; what its unit allows where it goes without, or has none.
    private static func own(_ node: Int, of network: Network, isFree: Bool) -> LimitSet {
        let unit = LimitSpan(network.nodes[node].unit)
        let options = network.nodes[node].options
        guard !isFree, !options.isEmpty else { return LimitSet(unit) }
        return LimitSet(options.map { LimitSpan($0).intersection(unit) }.filter { !$0.isEmpty })
    }

    /// All values of a statistic, with its own figures or without.
    func values(of node: Int, withOwn: Bool, _ steps: inout Steps) throws(Steps.Exhausted) -> LimitSet {
        let own = TreeRanges.own(node, of: network, isFree: !withOwn || dropped.contains(node))
        return try messages.values(of: node, own, &steps)
    }

    /// An end of a statistic that is to be explained, by all relations but one.
    private struct Question {
        let node: Int
        let isUpper: Bool
        let end: Limit
        let except: Int?
    }

    /// Returns a minimal set of figures and relations that an end of a statistic rests on; nil where it is not found.
    func basis(
        of node: Int, isUpper: Bool, _ end: Limit, withOwn: Bool, _ steps: inout Steps
    ) throws(Steps.Exhausted) -> Implied.Basis? {
        var (figures, relations): ([Int], [Int]) = ([], [])
        var waiting = [Question(node: node, isUpper: isUpper, end: end, except: nil)]
        while let question = waiting.popLast() {
            try steps.spend(4)
            if LimitSpan(network.nodes[question.node].unit)[question.isUpper] == question.end { continue }
            if question.node == node ? withOwn : true, let figure = figure(question) {
                figures.append(figure)
                continue
            }
            guard let use = try holder(question, &steps), let others = try others(use, question, &steps) else {
                return nil
            }
            relations.append(messages.rows[use.row].constraint)
            waiting += others
        }
        return Implied.Basis(figures: figures.sorted(), constraints: relations.sorted())
    }

    /// The figure that says an end.
    private func figure(_ question: Question) -> Int? {
        guard !dropped.contains(question.node) else { return nil }
        return network.nodes[question.node].figures.first {
            LimitSpan(network.figures[$0].range)[question.isUpper] == question.end
        }
    }

    /// A relation that says an end.
    private func holder(_ question: Question, _ steps: inout Steps) throws(Steps.Exhausted) -> TreeMessages<LimitSet>
        .Use?
    {
        for use in messages.uses[question.node] ?? [] where use.row != question.except {
            let spans = messages[use].after.spans
            try steps.spend(4 * spans.count)
            if spans.contains(where: { $0[question.isUpper] == question.end }) { return use }
        }
        return nil
    }

    /// The ends of the other statistics of a relation by which it says an end.
    private func others(
        _ use: TreeMessages<LimitSet>.Use, _ question: Question, _ steps: inout Steps
    ) throws(Steps.Exhausted) -> [Question]? {
        let row = messages.rows[use.row]
        try steps.spend(4 * row.terms.count)
        let others = row.terms.indices.filter { $0 != use.term }.map { row.terms[$0] }
        // Whether it is the upper end of the sum of the others.
        let isUpper = question.isUpper == (messages[use].factor.sign < 0)
        var sums = [row.constant]
        let parts = others.map { $0.before.times($0.factor) }
        let isPlain = row.sign != .equal || parts.allSatisfy { $0.size == 1 }
        var ends: [Limit] = []
        if isPlain {
            for part in parts {
                guard let end = part.hull?[isUpper] else { return nil }
                ends.append(end)
            }
        } else {
            for part in parts {
                try steps.spend(4 * (part.size * sums[sums.count - 1].size))
                sums.append(sums[sums.count - 1].sum(part))
            }
            var end = Limit.zero - question.end * messages[use].factor
            for (place, part) in parts.enumerated().reversed() {
                try steps.spend(4 * (part.size * sums[place].size))
                let pair = part.spans.lazy.compactMap { $0[isUpper] }.first { own in
                    sums[place].spans.contains { $0[isUpper].map { $0 + own } == end }
                }
                guard let pair else { return nil }
                ends.append(pair)
                end = end - pair
            }
            ends.reverse()
        }
        return zip(others, ends).map { term, end in
            Question(
                node: term.node, isUpper: isUpper == (term.factor.sign > 0), end: end / term.factor,
                except: use.row)
        }
    }
}
