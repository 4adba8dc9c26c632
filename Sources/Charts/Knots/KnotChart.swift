package import Archive
import Checks
package import Evidence
package import Reasoning
package import Wording

/// A knot as a graph: the statistics of its conflicts and of the relations that these go through, and all relations between them.
///
/// Of conflicts that nobody asserts, where there are others, there are the statistics alone.
package struct KnotChart {
    package struct Figure {
        /// As its source states it.
        package let text: String
        /// Who states it, whose statement it is if it is not the source's own included.
        package let sources: [String]
        /// Whether it is one of those that cannot all be right.
        package let isMember: Bool
    }

    package struct Node {
        package let statistic: Statistic
        /// By their low ends; those that cannot all be right before others.
        package let figures: [Figure]
        /// What the rest allows, where the statistic has no figure.
        package let allowed: String?
    }

    package struct Edge {
        package let relation: Relation
        /// What is worked out, and what that must stand to.
        package let computed, stated: [KnotTerm]
        package let sign: Comparison.Sign
        /// Whether one of the conflicts goes through it.
        package let isCrossed: Bool
    }

    /// More statistics than this are not taken in at a glance; the first conflict may have more.
    private static let mostStatistics = 7
    private static let mostParts = 48
    private static let mostRelations = 12

    package let language: Language
    package let identity: Dataset.Identity
    package let title: String
    package let nodes: [Node]
    package let edges: [Edge]
    /// The figures of each conflict: nodes and figures, by their places.
    let conflicts: [[(node: Int, figure: Int)]]
    /// How many statistics and relations are left out.
    let statisticsLeft, relationsLeft: Int

    /// Creates a chart of the knot with a number; nil if there is none.
    package init?(_ knot: Int, of weighing: Weighing, in snapshot: Snapshot, _ language: Language) {
        guard weighing.knots.indices.contains(knot) else { return nil }
        let network = weighing.network
        let all = weighing.knots[knot].conflicts.map { weighing.conflicts[$0] }
        let isAsserted = all.contains { !$0.isMixed }
        let statistics = { (conflict: Conflict) in
            Set(conflict.figures.map { network.figures[$0].node })
                .union(conflict.constraints.flatMap { network.constraints[$0].nodes })
        }
        var chosen: Set<Int> = []
        var shown: [Conflict] = []
        for conflict in all.filter({ !$0.isMixed }) + all.filter(\.isMixed) {
            let union = chosen.union(statistics(conflict))
            guard chosen.isEmpty || union.count <= KnotChart.mostStatistics else { continue }
            chosen = union
            if !isAsserted || !conflict.isMixed { shown.append(conflict) }
        }
        let members = Set(shown.flatMap(\.figures))
        let crossed = Set(shown.flatMap(\.constraints))
        // A whole mostly stands after its parts.
        let sorted = chosen.sorted()
        let numbers = sorted.prefix(KnotChart.mostParts - 1) + sorted.dropFirst(KnotChart.mostParts - 1).suffix(1)
        let figures = numbers.map { number in
            network.nodes[number].figures.filter(members.contains)
                + network.nodes[number].figures.filter { !members.contains($0) }
        }
        let related = crossed.sorted() + network.relations(within: chosen).filter { !crossed.contains($0) }
        self.language = language
        identity = snapshot.dataset.identity
        let subject =
            (shown.lazy.flatMap(\.constraints).first ?? related.first).map { network.constraints[$0].relation.title }
            ?? numbers.first.map { network.nodes[$0].statistic.title }
        title = [language.words[.weighConflicts], subject?[language]].compactMap { $0 }.joined(separator: " – ")
        nodes = zip(numbers, figures).map { number, figures in
            Node(
                statistic: network.nodes[number].statistic,
                figures: figures.map {
                    Figure(network.figures[$0], isMember: members.contains($0), in: snapshot, language)
                },
                allowed: figures.isEmpty ? weighing.implied[number].flatMap { language.range($0.interval) } : nil)
        }
        let places = Dictionary(zip(numbers, numbers.indices)) { first, _ in first }
        let terms = KnotTerms(in: snapshot, language) { id in network.node(of: id).flatMap { places[$0] } }
        edges = related.prefix(KnotChart.mostRelations).compactMap { number in
            terms.edge(of: network.constraints[number].relation, isCrossed: crossed.contains(number))
        }
        self.conflicts = shown.map { conflict in
            conflict.figures.compactMap { figure in
                guard let place = places[network.figures[figure].node],
                    let position = figures[place].firstIndex(of: figure)
                else { return nil }
                return (place, position)
            }
        }
        statisticsLeft = Set(all.flatMap(statistics)).subtracting(numbers).count
        relationsLeft = related.count - edges.count
    }
}

extension KnotChart.Figure {
    fileprivate init(_ figure: Network.Figure, isMember: Bool, in snapshot: Snapshot, _ language: Language) {
        text = figure.claims.first?.quantity.text(in: language) ?? ""
        sources = figure.claims.map { claim in
            let author = Chart.author(of: claim.source, in: snapshot, language)
            return claim.attribution == .main ? author : "\(author), \(claim.attribution.label[language])"
        }.uniqued()
        self.isMember = isMember
    }
}

extension Network {
    /// The numbers of the relations that have no other statistics than these.
    fileprivate func relations(within nodes: Set<Int>) -> [Int] {
        constraints.indices.filter { constraints[$0].nodes.allSatisfy(nodes.contains) }
    }
}

extension Implied {
    /// The ends as far as they have decimals.
    fileprivate var interval: Interval { Interval(low?.value.number, high?.value.number) }
}
