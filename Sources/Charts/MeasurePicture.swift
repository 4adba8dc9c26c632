import Archive
import Evidence
import Wording

/// All claims of one measure over time, a plot for each unit; whose they are and what they count, in words under the plots.
struct MeasurePicture {
    /// More figures than this could not be told apart.
    private static let most = 40
    /// The maximum number of units that are drawn.
    private static let mostUnits = 3

    private let term: Vocabulary.Term
    private let snapshot: Snapshot
    private let language: Language
    /// A plot for each unit, that with most figures first.
    private let plots: [MeasurePlot]
    /// Figures that are not drawn, since they are too many, or have no value.
    private let left: Int
    private let times: TimeScale
    private var canvas: Canvas

    /// nil where the measure has no figure that can be drawn.
    init?(_ term: Vocabulary.Term, in snapshot: Snapshot, _ language: Language, _ form: Picture.Form) {
        let statistics = snapshot.statistics
        let counted = statistics.positions(where: "measure", is: term.id).lazy.map { statistics.records[$0] }
        // More than can be drawn, so that the unit of most figures is found, and far less than there can be.
        let some = counted.flatMap { statistic in
            statistic.standingClaims.filter(\.quantity.isKnown).map {
                MeasurePlot.Entry(statistic: statistic, claim: $0)
            }
        }.prefix(MeasurePicture.most * 25)
        // Of two units with as many figures, the first by its id.
        let units = Dictionary(grouping: some) { $0.statistic.unit }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(MeasurePicture.mostUnits)
        var room = MeasurePicture.most
        let drawn = units.map { unit in
            defer { room -= min(room, unit.value.count) }
            return Array(unit.value.prefix(room))
        }.filter { !$0.isEmpty }
        guard !drawn.isEmpty else { return nil }
        self.term = term
        self.snapshot = snapshot
        self.language = language
        let all = drawn.flatMap { $0 }
        left = counted.reduce(-all.count) { $0 + $1.standingClaims.count }
        let markers = Dictionary(
            uniqueKeysWithValues: all.map(\.statistic.population).uniqued().enumerated().map { place, population in
                (population, Marker.allCases[place % Marker.allCases.count])
            })
        plots = drawn.compactMap { entries in
            entries.first.map { first in
                MeasurePlot(
                    entries, unit: Chart.unit(of: first.statistic, in: snapshot.dataset.identity, language),
                    markers: markers, language)
            }
        }
        canvas = Canvas(language, form)
        let widest = plots.map(\.labelWidth).max() ?? 0
        let periods = all.map(\.statistic.period)
        times = TimeScale(
            over: periods.compactMap(MeasurePicture.days),
            isOpen: (periods.contains { $0.earliest == nil }, periods.contains { $0.latest == nil }),
            on: Canvas.left + min(widest, 172) + 8...canvas.right - 8, in: language)
    }

    /// Returns the days of a period; of one with an open end, those of the other.
    private static func days(_ period: EDTF) -> ClosedRange<Int>? {
        let ends = [period.start.date, period.end.date].compactMap { $0 }
        guard let low = ends.map(\.earliest.ordinal).min(), let high = ends.map(\.latest.ordinal).max() else {
            return nil
        }
        return low...high
    }

    /// `id` as `Picture` has it.
    func picture(_ id: String) -> Picture {
        var layout = self
        return layout.draw(id)
    }

    private mutating func draw(_ id: String) -> Picture {
        let title = term.label[language].capitalizedFirst
        var words: [String] = []
        for (place, plot) in plots.enumerated() {
            if place == 0 {
                canvas.heading(title, plot.unit)
            } else {
                canvas.y += 14
                canvas.text(plot.unit, ink: .muted)
            }
            canvas.y += 14
            plot.draw(over: times, on: &canvas)
            canvas.y += 10
            words.append(place == 0 ? "\(title) (\(plot.unit))" : plot.unit)
            for group in plot.groups { words += key(group.population, group.marker, group.entries) }
            if let note = plot.numbers.note(in: language.words) {
                canvas.y += 4
                canvas.text(note, ink: .muted)
            }
        }
        canvas.y += 6
        notes()
        words += [canvas.left(left)].compactMap { $0 }
        return canvas.finish(id, title, words.joined(separator: ". "), snapshot.dataset.identity)
    }

    // MARK: Words

    private mutating func key(_ population: String, _ marker: Marker, _ entries: [MeasurePlot.Entry]) -> [String] {
        let vocabulary = snapshot.dataset.identity.vocabulary
        let label = vocabulary[.population, population]?.label[language] ?? population
        canvas.y += 4
        canvas.key(label.capitalizedFirst, ink: .ink, isBold: true) { $0.marker(marker, Canvas.keyX, $1) }
        let lines = entries.map { entry in
            let source = snapshot.sources[entry.claim.source]
            let author = source.map { $0.firstAuthor ?? $0.title } ?? entry.claim.source
            let strand = entry.claim.attribution == .main ? "" : ", " + entry.claim.attribution.label[language]
            return [
                entry.claim.quantity.text(in: language), language.format(entry.statistic.period), author + strand,
            ]
        }.uniqued()
        for line in lines {
            let pieces = line.enumerated().map { (text: $1, isBold: $0 == 0, ink: $0 == 0 ? Ink.ink : .muted) }
            canvas.run(pieces, indent: Canvas.keyWidth)
        }
        return [
            "\(label.capitalizedFirst): " + lines.map { $0.joined(separator: " · ") }.joined(separator: "; ")
        ]
    }

    private mutating func notes() {
        let periods = plots.flatMap(\.groups).flatMap(\.entries).map(\.statistic.period)
        if periods.contains(where: { $0.earliest != nil && $0.latest != nil }) {
            canvas.key(language.words[.chartTime]) { canvas, y in
                canvas.line(Canvas.left, y, Canvas.left + 16, y, .figure, width: 2)
                canvas.line(Canvas.left, y - 4, Canvas.left, y + 4, .figure, width: 2)
            }
        }
        if periods.contains(where: { $0.earliest == nil || $0.latest == nil }) {
            canvas.key(language.words[.chartTimeOpen]) {
                $0.line(Canvas.left + 4, $1, Canvas.left + 17, $1, .figure, width: 2, isDashed: true)
                $0.arrow(Canvas.left, $1, -1)
            }
        }
        if !times.breaks.isEmpty {
            canvas.key(language.words[.timelineBroken]) { $0.breaking(Canvas.keyX, $1) }
        }
    }
}
