import Archive
import Evidence
import Reasoning
import Rendering
import Wording

extension Chart.Row {
    /// The id of the row for what the rest of the evidence allows.
    package static let implied = "implied"

    /// The range that all other figures allow a statistic, which of its own are beyond it, what it rests on, and what goes without a
    /// figure for it; nil where nothing but the unit limits it.
    init?(impliedOf statistic: Statistic, in snapshot: Snapshot, _ language: Language) {
        let (weighing, text) = (snapshot.weighing, WeighingText(snapshot, in: language))
        guard let node = weighing.network.node(of: statistic.id), let implied = weighing.implied[node],
            let limits = implied.limits, let range = text.fittingRange(implied, node)
        else { return nil }
        let basis = text.basis(of: implied).map { language.words[.chartWorkedOutFrom] + ": " + $0 }
        self.init(
            id: Chart.Row.implied, kind: .implied, heading: Part(text: language.words[.statisticRest], most: 2),
            details: [basis, text.without(implied)].compactMap { $0 }.map { Part(text: $0, most: 8) },
            amount: Amount(point: nil, interval: limits), figure: [range])
    }
}
