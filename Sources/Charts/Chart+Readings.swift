import Archive
import Checks
import Evidence
import Rendering
import Wording

/// What is compared in each reading, one below the other: the two sides of a formula, or the figures of a share or a
/// change with what is worked out from them.
extension Chart {
    /// More readings than this say nothing new to the eye.
    private static let mostReadings = 3

    /// Creates a chart of each reading, the deciding one first, in the unit in which its sides are compared. nil where
    /// no figure is in it.
    init?(readingsOf discrepancy: Discrepancy, in snapshot: Snapshot, _ language: Language) {
        let check = discrepancy.check
        guard let deciding = check.deciding, !discrepancy.claims.isEmpty else { return nil }
        let identity = snapshot.dataset.identity
        var said: Set<String> = []
        // The gravest first, each arithmetic once.
        let candidates = check.candidates
        let gravest = Verdict.allCases.reversed().flatMap { verdict in
            candidates.lazy.filter { $0.verdict == verdict }.prefix(Chart.mostReadings + 1)
        }
        var shown: [Reading] = []
        for reading in [deciding] + gravest where shown.count < Chart.mostReadings {
            if said.insert(Arithmetic(reading, of: check, in: language).text).inserted { shown.append(reading) }
        }
        var rows: [Row] = []
        for reading in shown {
            var sides =
                check.relation.constraint.equation?.text == nil
                ? Chart.figures(of: reading, in: check, snapshot, language)
                : Chart.sides(of: reading, in: check, snapshot, language)
            guard !sides.isEmpty else { continue }
            let label = reading.saidBy(in: language, of: check) { Chart.author(of: $0, in: snapshot, language) }
            sides[0].caption = Row.Caption(
                label: candidates.count > 1 && reading.label != .mixed ? label : nil,
                verdict: reading.verdict,
                arithmetic: Arithmetic(reading, of: check, in: language).text, note: reading.remark(in: language))
            rows += sides
        }
        guard !rows.isEmpty else { return nil }
        let unit = check.unit(in: snapshot).map { unit in
            unit == "days"
                ? language.words[.days] : identity.vocabulary[.unit, unit]?.label[language] ?? unit
        }
        self.init(
            discrepancy.title, unit ?? "", rows.numbered, leaving: candidates.count - shown.count, of: snapshot,
            language)
    }

    /// Returns the figures of a reading, and what is worked out from them and from a percentage, which has no place on
    /// an axis of other units.
    private static func figures(
        of reading: Reading, in check: Check, _ snapshot: Snapshot, _ language: Language
    ) -> [Row] {
        guard let form = check.relation.constraint.equation?.form else { return [] }
        let sides = zip(form.sides, reading.sides)
        let figures = sides.filter { $0.0.unitKind != .percentage }.flatMap { $0.1 }
        let percentages = sides.filter { $0.0.unitKind == .percentage }.flatMap { $0.1 }
        let details = percentages.map { named($0, in: snapshot, language) }
        return figures.map { row(of: $0, in: snapshot, language) }
            + [computed(reading, details, language)].compactMap { $0 }
    }

    /// Returns both sides, in the order in which the formula has them.
    private static func sides(
        of reading: Reading, in check: Check, _ snapshot: Snapshot, _ language: Language
    ) -> [Row] {
        guard let form = check.relation.constraint.equation?.form, case .amount(let computed) = reading.computed,
            case .amount(let stated) = reading.stated,
            let texts = Arithmetic(reading, of: check, in: language).sides
        else { return [] }
        let (worked, _, said) = form.explained
        let sides = [
            row(of: worked, texts.computed, computed, reading, snapshot, language),
            row(of: said, texts.stated, stated, reading, snapshot, language),
        ]
        return form.isMirrored ? sides.reversed() : sides
    }

    /// Returns a figure by itself with its source, and what is worked out with what it comes from, whatever the units.
    private static func row(
        of side: Expression, _ text: String, _ amount: Amount, _ reading: Reading, _ snapshot: Snapshot,
        _ language: Language
    ) -> Row {
        if case .term(let place) = side, reading.sides.indices.contains(place), let claim = reading.sides[place].first {
            return row(of: claim, in: snapshot, language)
        }
        let claims = side.terms.uniqued().filter(reading.sides.indices.contains).flatMap { reading.sides[$0] }
        let details = claims.map { named($0, in: snapshot, language) }
        let heading =
            side.terms.isEmpty
            ? language.words[.chartOfFormula]
            : claims.isEmpty ? language.words["workedOut"] : language.words[.chartWorkedOutFrom]
        return Row(
            id: Row.computed, kind: .computed, heading: .init(text: heading, most: 1),
            details: [.init(text: text, most: 3)] + details, amount: amount,
            figure: figure(amount.point.map { language.format($0) }, amount.interval, language))
    }

    /// Returns a figure in its own unit, with what it is of and whose it is.
    static func named(_ claim: Claim, in snapshot: Snapshot, _ language: Language) -> Row.Part {
        let statistic = snapshot.statistics[claim.statistic]
        let unit = statistic.map { Chart.unit(of: $0, in: snapshot.dataset.identity, language) }
        let figure = claim.quantity.isConverted ? claim.printed : claim.quantity.text(in: language)
        let words = "\(statistic?.title[language] ?? claim.statistic): \(figure) (\(unit ?? ""))"
        return .init(text: words + " · " + author(of: claim.source, in: snapshot, language), most: 3)
    }

    /// Returns the source's first author, or its title.
    static func author(of source: String, in snapshot: Snapshot, _ language: Language) -> String {
        snapshot.sources[source]?.shortName(in: language) ?? source
    }
}

extension [Chart.Row] {
    /// The rows, with a number behind an id that an earlier one has: Vega-Lite tells them apart by their ids.
    var numbered: [Chart.Row] {
        var ids: Set<String> = []
        return map { row in
            let number = (2...).lazy.map { "\(row.id)-\($0)" }
            let id = ids.contains(row.id) ? number.first { !ids.contains($0) } ?? row.id : row.id
            ids.insert(id)
            return row.named(id)
        }
    }
}

extension Chart.Row {
    fileprivate func named(_ id: String) -> Chart.Row {
        Chart.Row(
            id: id, kind: kind, caption: caption, heading: heading, details: details, amount: amount, figure: figure)
    }
}

extension Reading {
    /// That nobody gives together what it puts together, as a sentence; nil if somebody does.
    func remark(in language: Language) -> String? { note(in: language).map { $0.capitalizedFirst.withFullStop } }
}
