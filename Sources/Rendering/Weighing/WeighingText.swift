package import Archive
import Checks
import Evidence
import Foundations
package import Reasoning
package import Wording

extension Conflict.Kind: Labelled { package static var labels: LabelKind { .conflict } }

extension Standing: Labelled { package static var labels: LabelKind { .standing } }

extension Knot.Unit: Labelled { package static var labels: LabelKind { .revision } }

/// What a weighing says, in words.
package struct WeighingText {
    private let weighing: Weighing
    private let snapshot: Snapshot
    private let language: Language
    /// Whether texts are marked for pages: with their languages and directions.
    private let isMarked: Bool
    private var network: Network { weighing.network }

    package init(_ snapshot: Snapshot, in language: Language, isMarked: Bool = false) {
        self.isMarked = isMarked
        weighing = snapshot.weighing
        self.snapshot = snapshot
        self.language = language
    }

    private func text(_ text: LocalizedText) -> String { isMarked ? text.marked(for: language) : text[language] }

    /// Returns a figure as its first claim has it.
    package func figure(_ number: Int) -> String {
        network.figures[number].claims.first.map { $0.quantity.text(in: language) } ?? ""
    }

    /// Returns who says a figure, each once.
    package func sources(of number: Int) -> String {
        network.figures[number].claims.map { claim in
            let known = snapshot.sources[claim.source]
            let source =
                (isMarked ? known?.markedName(in: language) : known?.shortName(in: language)) ?? claim.source
            return claim.attribution == .main ? source : "\(source), \(claim.attribution.label[language])"
        }.uniqued().joined(separator: "; ")
    }

    package func title(ofNode number: Int) -> String { text(network.nodes[number].statistic.title) }

    /// Returns a figure with what it is of.
    package func figureAndTitle(_ number: Int) -> String {
        "\(figure(number)) (\(title(ofNode: network.figures[number].node)))"
    }

    /// Returns what cannot all be right, in a few words.
    package func title(of conflict: Conflict) -> String {
        let figures = list(conflict.figures.map(figure))
        return language.words.fill(
            conflict.kind == .values ? .conflictOfValues : .conflictTitle, ["figures": figures])
    }

    private func list(_ texts: [String]) -> String {
        guard let last = texts.last, texts.count > 1 else { return texts.joined() }
        return language.words.fill(
            .listLast, ["first": texts.dropLast().joined(separator: ", "), "last": last])
    }

    /// Returns the arithmetic of a step: the relation, and how far it lets the statistic go.
    package func text(of step: ConflictStep) -> String {
        let range = range(step.low, step.high) ?? ""
        let title = text(network.constraints[step.constraint].relation.title)
        return language.words.fill(
            step.figure == nil ? .conflictStep : .conflictLastStep,
            [
                "relation": title, "statistic": self.title(ofNode: step.node), "range": range,
                "figure": step.figure.map(figure) ?? "",
            ])
    }

    /// Returns how far a statistic can go by all others; nil where nothing but its unit limits it.
    package func range(_ implied: Implied) -> String? {
        let (low, high) = (implied.low, implied.high)
        guard implied.isLimited else { return nil }
        return range(low?.value, high?.rests == true ? high?.value : nil)
    }

    private func range(_ low: Rational?, _ high: Rational?) -> String? {
        let interval = Interval(low?.number, high?.number).shown(places: 2)
        if let low = interval.low, interval.high == low { return language.format(low) }
        return language.range(interval)
    }

    /// Returns the range with the figures that its ends rest on, and what goes without a figure where they do not all fit; nil where nothing but
    /// the unit limits it.
    package func statement(of implied: Implied, _ node: Int) -> String? {
        guard let range = range(implied).map({ $0 + fitting(implied, node) }) else { return nil }
        let figures = [implied.low, implied.high].flatMap { $0?.basis?.figures ?? [] }.uniqued()
        let text =
            figures.isEmpty
            ? range
            : language.words.fill(
                .impliedBy,
                ["range": range, "figures": figures.map(figureAndTitle).joined(separator: "; ")])
        // Of those that go without elsewhere, there is nothing to be said here.
        let nodes = Set(figures.map { network.figures[$0].node })
        let near = implied.without.filter { $0.count == 1 || $0.contains { !nodes.isDisjoint(with: $0) } }
        guard !near.isEmpty else { return text }
        let ways = near.map { sets in sets.map(titles).joined(separator: " / ") }
        return text + " " + language.words.fill(.impliedWithout, ["statistics": ways.joined(separator: "; ")])
    }

    /// Returns which of a statistic's figures are within, and which beyond; nothing where all are within.
    private func fitting(_ implied: Implied, _ node: Int) -> String {
        let beyond = { (number: Int) -> Bool in
            let interval = network.figures[number].interval
            let (low, high) = (implied.low?.value.decimal(.down), implied.high?.value.decimal(.up))
            if let low, let own = interval.high, own < low { return true }
            if let high, let own = interval.low, own > high { return true }
            return false
        }
        let figures = Array(network.nodes[node].figures)
        guard figures.contains(where: beyond) else { return "" }
        let told =
            figures.filter { !beyond($0) }.map { (Word.impliedFits, $0) }
            + figures.filter(beyond).map { (Word.impliedNot, $0) }
        return " (" + told.map { language.words.fill($0, ["figure": figure($1)]) }.joined(separator: ", ") + ")"
    }

    /// Returns the titles of statistics.
    package func titles(_ nodes: [Int]) -> String { nodes.map(title(ofNode:)).joined(separator: " + ") }

    /// Returns a way out: the statistics that go without a figure, or the figures that are given up.
    package func way(_ members: [Int], by unit: Knot.Unit) -> String {
        unit == .statistic ? titles(members) : members.map(figureAndTitle).joined(separator: " + ")
    }

    /// Returns the least that would have to go, in one sentence.
    package func title(of revision: Revision) -> String {
        guard let ways = revision.ways else { return language.words[.weighUnfinished] }
        guard ways.cost > 0 else { return language.words[.revisionNone] }
        let sets = ways.sets.map { way($0, by: revision.unit) }.joined(separator: " / ")
        return revision.unit == .statistic ? language.words.count("weighLeast", ways.cost) + ": " + sets : sets
    }
}

extension Implied {
    /// Whether anything but the unit limits it.
    package var isLimited: Bool { low?.rests == true || high?.rests == true }
}

extension Implied.End {
    /// Whether it rests on a figure or a relation, and not on the unit alone.
    package var rests: Bool { basis.map { !$0.figures.isEmpty || !$0.constraints.isEmpty } ?? false }
}
