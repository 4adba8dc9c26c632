package import Archive
import Checks
package import Evidence
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
    package func range(_ implied: Implied) -> String? { implied.limits.flatMap(language.range) }

    private func range(_ low: Rational?, _ high: Rational?) -> String? {
        language.range(Interval(low?.number, high?.number))
    }

    /// Returns the range with the figures that its ends rest on, and what goes without a figure where they do not all fit; nil where nothing but
    /// the unit limits it.
    package func statement(of implied: Implied, _ node: Int) -> String? {
        guard let range = fittingRange(implied, node) else { return nil }
        let text = basis(of: implied).map { language.words.fill(.impliedBy, ["range": range, "figures": $0]) } ?? range
        return without(implied).map { "\(text.withFullStop) \($0)" } ?? text
    }

    /// Returns the range, and which of the statistic's figures are within; nil where nothing but the unit limits it.
    package func fittingRange(_ implied: Implied, _ node: Int) -> String? {
        range(implied).map { $0 + fitting(implied, node) }
    }

    /// Returns the figures that the ends rest on, with what they are of; nil for none.
    package func basis(of implied: Implied) -> String? {
        let figures = implied.figures.map(figureAndTitle)
        return figures.isEmpty ? nil : figures.joined(separator: "; ")
    }

    /// Returns what goes without a figure where they do not all fit; nil where they do.
    package func without(_ implied: Implied) -> String? {
        // Of those that go without elsewhere, there is nothing to be said here.
        let nodes = Set(
            implied.figures.map { network.figures[$0].node }
                + implied.constraints.flatMap { network.constraints[$0].nodes })
        let near = implied.without.filter { $0.count == 1 || $0.contains { !nodes.isDisjoint(with: $0) } }
        guard !near.isEmpty else { return nil }
        let ways = near.map { sets in sets.map(titles).joined(separator: " / ") }
        return language.words.fill(.impliedWithout, ["statistics": ways.joined(separator: "; ")])
    }

    /// Returns that nobody counted a statistic, and how much the rest allows it to be, as a part of a line; nil of one that has
    /// claims.
    package func uncounted(_ statistic: Statistic) -> String? {
        statistic.claims.isEmpty ? uncounted(node(statistic).flatMap { range($1) }) : nil
    }

    /// Returns the same with what that rests on, as a sentence.
    package func uncountedSentence(_ statistic: Statistic) -> String? {
        guard statistic.claims.isEmpty else { return nil }
        return uncounted(node(statistic).flatMap { statement(of: $1, $0) }).capitalizedFirst.withFullStop
    }

    private func uncounted(_ range: String?) -> String {
        range.map { language.words.fill(.uncountedAllows, ["range": $0]) } ?? language.words[.uncountedOpen]
    }

    /// Returns a statistic's number, and what all others allow it to be; nil where that is not known.
    private func node(_ statistic: Statistic) -> (Int, Implied)? {
        network.node(of: statistic.id).flatMap { node in weighing.implied[node].map { (node, $0) } }
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
    package func titles(_ nodes: [Int]) -> String { list(nodes.map(title(ofNode:))) }

    /// Returns a way out: the statistics that go without a figure, or the figures that are given up.
    package func way(_ members: [Int], by unit: Knot.Unit) -> String {
        unit == .statistic ? titles(members) : list(members.map(figureAndTitle))
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

    /// How far a statistic can go; without an upper end where that is its unit's, and nil where nothing but that limits it.
    package var limits: Interval? {
        isLimited ? Interval(low?.value.number, high?.rests == true ? high?.value.number : nil) : nil
    }

    /// The numbers of the figures, and of the relations, that its ends rest on.
    fileprivate var figures: [Int] { [low, high].flatMap { $0?.basis?.figures ?? [] }.uniqued() }
    fileprivate var constraints: [Int] { [low, high].flatMap { $0?.basis?.constraints ?? [] }.uniqued() }
}

extension Implied.End {
    /// Whether it rests on a figure or a relation, and not on the unit alone.
    package var rests: Bool { basis.map { !$0.figures.isEmpty || !$0.constraints.isEmpty } ?? false }
}
