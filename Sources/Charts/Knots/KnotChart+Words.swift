import Evidence
import Wording

extension KnotChart {
    /// The most conflicts that are told one by one.
    private static let mostTold = 64

    /// Returns what the picture shows in words: each figure with its sources, each relation, each conflict.
    var description: String {
        let words = language.words
        let figures = nodes.map { node -> String in
            let told = node.figures.map { "\($0.text) (\($0.sources.joined(separator: "; ")))" }
            let allowed = node.allowed.map { ["\(words[.weighAllowed]): \($0)"] } ?? []
            return "\(node.statistic.title[language]): \((told + allowed).joined(separator: ", "))"
        }
        let relations = edges.flatMap { [text(of: $0), words[$0.isCrossed ? .knotCrossed : .knotUncrossed]] }
        let sets = conflicts.prefix(KnotChart.mostTold).map { words[.weighConflicts] + ": " + text(of: $0) }
        let left = conflicts.count - sets.count
        let others = left > 0 ? ["… (\(language.format(left)))"] : []
        return ([title] + figures + relations + sets + others).map(\.withFullStop).joined(separator: " ")
    }

    /// Returns the figures of a conflict.
    func text(of conflict: [(node: Int, figure: Int)]) -> String {
        conflict.map { nodes[$0.node].figures[$0.figure].text }.joined(separator: "; ")
    }

    /// Returns a relation as a line of arithmetic between titles.
    private func text(of edge: Edge) -> String {
        "\(text(of: edge.computed)) \(edge.sign.symbol) \(text(of: edge.stated))"
    }

    /// Returns a side of a relation.
    func text(of side: [KnotTerm]) -> String {
        side.map { term in
            let text = term.opening + (term.statistic?.title[language] ?? term.number) + term.closing
            return term.sign.isEmpty ? text : "\(term.sign) \(text)"
        }.joined(separator: " ")
    }
}
