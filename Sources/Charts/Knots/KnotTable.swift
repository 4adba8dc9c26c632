package import Evidence
import Wording

/// The relations of a knot as rows, for a page that has the picture beside them. Texts are in the chart's language, those of the
/// dataset with marks for a page.
package struct KnotTable {
    /// A term of a side, as `KnotTerm` has it, with its figures.
    package struct Term {
        package let sign, opening, closing: String
        /// The id of the statistic; nil of a number.
        package let statistic: String?
        /// The title of the statistic, or the number.
        package let text: String
        package let figures: [KnotChart.Figure]
    }

    package struct Row {
        package let relation: Relation
        package let title: String
        package let left, right: [Term]
        package let sign: String
        package let isCrossed: Bool
        /// Whether a conflict goes through it: yes or no, as a word.
        package let crossed: String

        /// The relation as a line of arithmetic, with the titles of its statistics.
        package var text: String {
            [left, right].map { side in
                side.map { term in
                    (term.sign.isEmpty ? "" : term.sign + " ") + term.opening + term.text + term.closing
                }.joined(separator: " ")
            }.joined(separator: " \(sign) ")
        }
    }

    /// What the columns are called: the relation, its left side, the sign, the right side, whether a conflict goes through it.
    package let columns: [String]
    package let rows: [Row]

    package init(_ chart: KnotChart) {
        let language = chart.language
        columns = [Word.knotRelation, .knotLeft, .knotSign, .knotRight, .knotConflict].map { $0[language] }
        let side = { (terms: [KnotTerm]) in
            terms.map { term in
                Term(
                    sign: term.sign, opening: term.opening, closing: term.closing, statistic: term.statistic?.id,
                    text: term.statistic?.title.marked(for: language) ?? term.number,
                    figures: term.node.map { chart.nodes[$0].figures } ?? [])
            }
        }
        rows = chart.edges.map { edge in
            Row(
                relation: edge.relation, title: edge.relation.title.marked(for: language), left: side(edge.computed),
                right: side(edge.stated), sign: edge.sign.symbol, isCrossed: edge.isCrossed,
                crossed: (edge.isCrossed ? Word.yes : .no)[language])
        }
    }
}
