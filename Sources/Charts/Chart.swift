package import Checks
package import Archive
package import Evidence
import Rendering
package import Wording

/// Figures one below another, each as a point on the range that its words allow.
package struct Chart {
    package struct Row {
        /// One fact about a figure, such as what it counts or who states it.
        package struct Part {
            package let text: String
            /// The maximum number of lines for it.
            package let most: Int
        }

        /// What the figure is.
        enum Kind {
            /// As its source states it.
            case stated
            /// As its source states it, in another unit.
            case converted
            /// What no source states.
            case computed
            /// How much the rest of the evidence allows.
            case implied
        }

        /// What stands above the rows of one reading.
        struct Caption {
            /// Whose figures are put together; nil where there is only one reading.
            let label: String?
            let verdict: Verdict
            let arithmetic: String
            /// That nobody gives them together, where it is so.
            let note: String?

            /// All of it, in sentences without their stops.
            func sentences(in language: Language) -> [String] {
                let verdict = [label, verdict.label[language]].compactMap { $0 }.joined(separator: ": ")
                return [verdict.capitalizedFirst, note, arithmetic].compactMap { $0 }
            }
        }

        /// The id of a claim, `computed` or `implied`; where that has a row already, with a number behind it.
        package let id: String
        let kind: Kind
        /// nil but for the first row of a reading, in a chart of several.
        var caption: Caption?
        /// What the figure measures, unless the chart already says so.
        package let heading: Part?
        /// Who states the figure, or how it was computed.
        package let details: [Part]
        package let amount: Amount
        /// The figure in the format of the language, followed by its range.
        package let figure: [String]

        /// The lines with the complete text.
        package func label(in language: Language) -> [String] {
            let caption = caption?.sentences(in: language).map { Part(text: $0, most: 4) } ?? []
            return (caption + [heading].compactMap { $0 } + details).flatMap { Chart.lines($0.text, most: $0.most) }
        }
    }

    package let language: Language
    package let title: LocalizedText
    /// What is counted, and when.
    package let subject: String
    package let rows: [Row]
    package let identity: Dataset.Identity
    /// How many readings are left out.
    let readingsLeft: Int
    /// That nobody counted the statistic, if so; without a stop.
    private(set) var note: String?

    /// Creates a chart of the claims of one statistic, and of what the rest of the evidence allows.
    package init(_ statistic: Statistic, in snapshot: Snapshot, _ language: Language) {
        self.language = language
        identity = snapshot.dataset.identity
        title = statistic.title
        readingsLeft = 0
        subject =
            Chart.unit(of: statistic, in: identity, language) + ", " + language.format(statistic.period)
        let implied = Row(impliedOf: statistic, in: snapshot, language)
        let claims = statistic.standingClaims.map { claim in
            Row(claim, details: Chart.source(of: claim, in: snapshot, language, lines: 3), language)
        }
        rows = (claims + [implied].compactMap { $0 }).numbered
        if statistic.claims.isEmpty {
            note = language.words[implied == nil ? .uncountedOpen : .uncounted].capitalizedFirst
        } else if rows.isEmpty {
            note = language.words[.noneStands].capitalizedFirst
        }
    }

    init(
        _ title: LocalizedText, _ subject: String, _ rows: [Row], leaving left: Int, of snapshot: Snapshot,
        _ language: Language
    ) {
        self.language = language
        self.title = title
        self.subject = subject
        self.rows = rows
        readingsLeft = left
        identity = snapshot.dataset.identity
    }

    /// Creates a chart of the claims of a discrepancy that share one unit, with the result that the deciding reading
    /// computes from them; of a formula, a share or a change, of each reading by itself. nil if no figures are compared.
    package init?(_ discrepancy: Discrepancy, in snapshot: Snapshot, _ language: Language) {
        if let equation = discrepancy.check.relation.constraint.equation,
            equation.text != nil || equation.form.isProduct
        {
            guard let chart = Chart(readingsOf: discrepancy, in: snapshot, language) else { return nil }
            self = chart
            return
        }
        // As they stand in the readings: brought into one unit, that of the figures that need not be.
        let readings = discrepancy.check.readings
        var seen: Set<String> = []
        let claims = readings.flatMap { $0.sides.joined() }.filter { seen.insert($0.id).inserted }
        guard let reading = discrepancy.check.deciding,
            let stated = reading.sides.reversed().joined().first(where: { !$0.quantity.isConverted }),
            let whole = snapshot.statistics[stated.statistic]
        else { return nil }
        self.language = language
        identity = snapshot.dataset.identity
        title = discrepancy.title
        readingsLeft = 0
        subject = Chart.unit(of: whole, in: identity, language)
        let counted = claims.compactMap { claim -> Row? in
            guard let statistic = snapshot.statistics[claim.statistic],
                statistic.unit == whole.unit || claim.quantity.isConverted
            else { return nil }
            return Chart.row(of: claim, in: snapshot, language)
        }
        let arithmetic = Row.Part(text: Arithmetic(reading, of: discrepancy.check, in: language).text, most: 3)
        rows = counted + [Chart.computed(reading, [arithmetic], language)].compactMap { $0 }
    }

    /// The number of characters in a line of a label.
    private static let width = 44

    /// Wraps a text; what does not fit in `most` lines is replaced by an ellipsis.
    fileprivate static func lines(_ text: String, most: Int) -> [String] {
        let lines = TextLines.wrap(text, to: width)
        guard lines.count > most, most > 0 else { return lines }
        return lines.prefix(most - 1) + [lines[most - 1].prefix(width - 1) + "…"]
    }

    /// Returns a figure with what it is of.
    static func row(of claim: Claim, in snapshot: Snapshot, _ language: Language) -> Row {
        let title = snapshot.statistics[claim.statistic]?.title[language] ?? claim.statistic
        return Row(
            claim, heading: Row.Part(text: title, most: 2),
            details: source(of: claim, in: snapshot, language, lines: 2), language)
    }

    /// Returns what a reading comes to; nil if it compares single figures, because they have rows of their own.
    static func computed(_ reading: Reading, _ details: [Row.Part], _ language: Language) -> Row? {
        guard case .amount(let amount) = reading.computed, reading.sides.dropLast().joined().count > 1
        else { return nil }
        return Row(
            id: Row.computed, kind: .computed, heading: Row.Part(text: language.words[.chartWorkedOutFrom], most: 1),
            details: details, amount: amount,
            figure: figure(amount.point.map { language.format($0) }, amount.interval, language))
    }

    /// Returns the label of a statistic's unit.
    package static func unit(of statistic: Statistic, in identity: Dataset.Identity, _ language: Language) -> String {
        identity.vocabulary[.unit, statistic.unit]?.label[language] ?? statistic.unit
    }

    /// Returns author and title, and whose statement the claim is if it is not the source's own.
    static func source(
        of claim: Claim, in snapshot: Snapshot, _ language: Language, lines: Int
    ) -> [Row.Part] {
        guard let source = snapshot.sources[claim.source] else { return [Row.Part(text: claim.source, most: lines)] }
        let strand = claim.attribution == .main ? nil : Reading.Label(rawValue: claim.attribution.rawValue)
        return [Row.Part(text: source.name(in: language), most: lines)]
            + [strand.map { Row.Part(text: "(\($0.label[language]))", most: 1) }].compactMap { $0 }
    }

    /// Returns the figure as printed, followed by its range if that is different.
    package static func figure(_ point: String?, _ interval: Interval, _ language: Language) -> [String] {
        let range = interval.low != nil && interval.low == interval.high ? nil : language.range(interval)
        return [point, range].compactMap { $0 }
    }
}

extension Chart {
    /// All that has a place on the axis.
    var values: [Number] { rows.flatMap(\.amount.ends) }
}

extension Amount {
    /// The point and the ends of the interval, as far as there are any.
    var ends: [Number] { [point, interval.low, interval.high].compactMap { $0 } }
}

extension Chart.Row {
    /// The id of the row for a result that no source states.
    package static let computed = "computed"

    init(_ claim: Claim, heading: Part? = nil, details: [Part], _ language: Language) {
        let quantity = claim.quantity
        let isConverted = quantity.isConverted
        let figure = quantity.point == nil && !isConverted ? claim.printed : quantity.text(in: language, hasSign: false)
        let printed = language.words.fill(.chartConvertedFrom, ["printed": claim.printed])
        self.init(
            id: claim.id, kind: isConverted ? .converted : .stated, heading: heading,
            details: details + (isConverted ? [Part(text: printed, most: 2)] : []), amount: Amount(quantity),
            figure: Chart.figure(figure, quantity.interval, language))
    }
}
