package import Archive
import Evidence
package import Reasoning
import Rendering
package import Wording

/// What the evidence allows as a whole, for a terminal: the figures that cannot all be right, the least that would have to go,
/// and what the rest allows each number to be. Control characters in the dataset's texts are escaped.
package struct WeighingReport {
    private static let indent = "    "

    private let weighing: Weighing
    private let snapshot: Snapshot
    private let language: Language
    private var network: Network { weighing.network }
    private var words: Words { language.words }

    package init(_ weighing: Weighing, of snapshot: Snapshot, language: Language) {
        self.weighing = weighing
        self.snapshot = snapshot
        self.language = language
    }

    /// The whole report, without a final newline.
    package var text: String {
        let identity = snapshot.dataset.identity
        let heading = [identity.title[language], "\(identity.id) \(identity.version)"]
        let parts = [heading, [conclusion]] + weighing.conflicts.map(block) + [ways, allowed, limits]
        return parts.filter { !$0.isEmpty }.map { $0.map(\.lineForTerminal).joined(separator: "\n") }
            .joined(separator: "\n\n")
    }

    private var conclusion: String {
        guard weighing.conflicts.isEmpty else {
            return words[.weighConflicts] + ": " + language.format(weighing.conflicts.count)
        }
        return words[weighing.truncated.isEmpty ? .weighFits : .weighUnfinished]
    }

    // MARK: What cannot all be right

    private func block(_ conflict: Conflict) -> [String] {
        let relations = conflict.constraints.map { network.constraints[$0].relation.title[language] }
        let notes = [(conflict.isUnavoidable, Word.weighUnavoidable), (conflict.isMixed, .weighMixed)]
        let title = ([conflict.kind.label[language]] + notes.filter { $0.0 }.map { words[$0.1] }).joined(
            separator: "; ")
        return lines(under: title.capitalizedFirst, figures(conflict.figures) + relations.map { "– " + $0 })
    }

    /// Returns figures, a line each: what is printed, of what, by whom.
    private func figures(_ figures: [Int]) -> [String] {
        let rows = figures.map { number -> [String] in
            let figure = network.figures[number]
            let said = figure.claims.map { claim in
                let source = snapshot.sources[claim.source]?.shortName(in: language) ?? claim.source
                return claim.attribution == .main ? source : "\(source), \(claim.attribution.label[language])"
            }
            let title = network.nodes[figure.node].statistic.title[language]
            return [
                figure.claims.first.map { $0.quantity.text(in: language) } ?? "",
                "\(title) (\(said.uniqued().joined(separator: "; ")))",
            ]
        }
        return TextGrid([.init(isRight: true, isWhole: true), .init()], rows).lines(width: width)
    }

    // MARK: What would have to go

    /// The least that goes without a figure, by knot.
    private var ways: [String] {
        let rows = weighing.knots.compactMap { $0.revisions[.statistic] }.filter { $0.cost > 0 }.map { revisions in
            let sets = revisions.sets.map(WeighingText(snapshot, in: language).titles)
            return [words.count("weighLeast", revisions.cost) + ":", sets.joined(separator: " / ")]
        }
        return rows.isEmpty
            ? [] : lines(under: words[.weighWays], TextGrid([.init(), .init()], rows).lines(width: width))
    }

    // MARK: What the rest allows

    private var allowed: [String] {
        let rows = network.nodes.indices.compactMap { node -> [String]? in
            guard let implied = weighing.implied[node], let range = range(implied) else { return nil }
            let own = network.nodes[node].figures.compactMap { network.figures[$0].claims.first }
                .map { $0.quantity.text(in: language) }
            return [range, own.joined(separator: " / "), network.nodes[node].statistic.title[language]]
        }
        guard !rows.isEmpty else { return [] }
        let columns = [
            TextGrid.Column(words[.weighAllowed], isRight: true, isWhole: true),
            .init(words[.claims], isRight: true), .init(words[.statistics]),
        ]
        return TextGrid(columns, rows).lines()
    }

    /// Returns the range that the rest allows; nil where nothing but the unit limits it.
    private func range(_ implied: Implied) -> String? {
        let ends = [implied.low, implied.high].map { end -> Number? in
            guard let end, let basis = end.basis, !basis.figures.isEmpty || !basis.constraints.isEmpty else {
                return nil
            }
            return end.value.number
        }
        guard ends.contains(where: { $0 != nil }) else { return nil }
        let interval = Interval(ends[0] ?? implied.low?.value.number, ends[1]).shown(places: 2)
        if let low = interval.low, interval.high == low { return language.format(low) }
        return language.range(interval)
    }

    /// How far it came, where the steps did not suffice.
    private var limits: [String] {
        weighing.truncated.isEmpty || weighing.conflicts.isEmpty ? [] : [words[.weighUnfinished]]
    }

    private var width: Int { TextLines.width - WeighingReport.indent.count }

    private func lines(under title: String, _ lines: [String]) -> [String] {
        [title] + lines.map { WeighingReport.indent + $0 }
    }
}
