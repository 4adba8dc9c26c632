import Archive
import Evidence
import Wording

/// All claims of one measure in one unit over time: each figure at its height, over the time that it is of; its population
/// by the shape, and in words under the plot.
struct MeasurePicture {
    /// More figures than this could not be told apart.
    private static let most = 40
    private static let plotHeight = 230.0

    private struct Entry {
        let statistic: Statistic
        let claim: Claim
    }

    private let term: Vocabulary.Term
    private let snapshot: Snapshot
    private let language: Language
    /// By population, in the order of the dataset.
    private let groups: [(population: String, marker: Marker, entries: [Entry])]
    private let unit: String
    /// Figures that are not drawn, since they are too many, or in another unit.
    private let left: Int
    private let numbers: NumberScale
    private let times: TimeScale
    private var canvas: Canvas

    /// nil where the measure has no figure that can be drawn.
    init?(_ term: Vocabulary.Term, in snapshot: Snapshot, _ language: Language) {
        let statistics = snapshot.statistics
        let counted = statistics.positions(where: "measure", is: term.id).lazy.map { statistics.records[$0] }
        // More than can be drawn, so that the unit of most figures is found, and far less than there can be.
        let some = counted.flatMap { statistic in
            statistic.standingClaims.filter(\.quantity.isKnown).map { Entry(statistic: statistic, claim: $0) }
        }.prefix(MeasurePicture.most * 25)
        let units = Dictionary(grouping: some) { $0.statistic.unit }
        // Of two units with as many figures, the first by its id.
        guard let largest = units.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) else { return nil }
        let drawn = Array(largest.value.prefix(MeasurePicture.most))
        guard let first = drawn.first else { return nil }
        self.term = term
        self.snapshot = snapshot
        self.language = language
        left = counted.reduce(-drawn.count) { $0 + $1.standingClaims.count }
        unit = Chart.unit(of: first.statistic, in: snapshot.dataset.identity, language)
        let populations = drawn.map(\.statistic.population).uniqued()
        groups = populations.enumerated().map { place, population in
            let entries = drawn.filter { $0.statistic.population == population }
            return (population, Marker.allCases[place % Marker.allCases.count], entries)
        }
        canvas = Canvas(language)
        let quantities = drawn.map(\.claim.quantity)
        let values = quantities.flatMap { [$0.point, $0.interval.low, $0.interval.high].compactMap { $0 } }
        numbers = NumberScale(
            over: values, isFromZero: true, isOpen: quantities.contains { $0.interval.high == nil },
            isOpenBelow: quantities.contains { $0.interval.low == nil },
            on: 0...MeasurePicture.plotHeight, fits: { ticks, _ in ticks.count <= 6 })
        let widest = numbers.ticks.map { TextAdvance.of(language.format($0), size: Canvas.size) }.max() ?? 0
        let periods = drawn.map(\.statistic.period)
        let days = periods.flatMap {
            [$0.start.date, $0.end.date].compactMap { $0 }.flatMap { [$0.earliest, $0.latest] }
        }
        times = TimeScale(
            over: days,
            isOpen: (periods.contains { $0.earliest == nil }, periods.contains { $0.latest == nil }),
            on: Canvas.left + min(widest, 172) + 8...Canvas.right - 8, language)
    }

    /// `id` as `Picture` has it.
    func picture(_ id: String) -> Picture {
        var layout = self
        return layout.draw(id)
    }

    private mutating func draw(_ id: String) -> Picture {
        let title = term.label[language].capitalizedFirst
        canvas.heading(title, unit)
        canvas.y += 14
        plot()
        canvas.y += 10
        var words = ["\(title) (\(unit))"]
        for group in groups { words += key(group.population, group.marker, group.entries) }
        canvas.y += 6
        notes()
        words += [canvas.left(left)].compactMap { $0 }
        return canvas.finish(id, title, words.joined(separator: ". "), snapshot.dataset.identity)
    }

    // MARK: The plot

    private mutating func plot() {
        let (top, bottom) = (canvas.y, canvas.y + MeasurePicture.plotHeight)
        for tick in numbers.ticks {
            let y = bottom - numbers.position(tick)
            canvas.line(times.span.lowerBound, y, times.span.upperBound, y, .line)
            let half = (Canvas.ascent - Canvas.descent) * Canvas.size / 2
            canvas.label(
                Mark.Line(
                    text: language.format(tick), x: times.span.lowerBound - 6, y: y + half, ink: .muted, anchor: .end))
        }
        canvas.y = bottom
        canvas.axis(times)
        // The shapes stand on the spans, and the figures on both.
        let spans = groups.map { group in group.entries.map { draw($0, bottom) } }
        for (group, spans) in zip(groups, spans) {
            for span in spans { canvas.marker(group.marker, span.x, span.y) }
        }
        figures(at: spans.flatMap { $0 }, within: top - 14...bottom)
    }

    /// Where a figure is drawn: its marker, and from where to where its span runs.
    private struct Span {
        let x, y, left, right: Double
    }

    /// The period as a span at the height of the figure, and what the figure may mean as a stroke across.
    private mutating func draw(_ entry: Entry, _ bottom: Double) -> Span {
        let (period, amount) = (entry.statistic.period, Amount(entry.claim.quantity))
        let start = period.earliest.map(times.position)
        let end = period.latest.map(times.end)
        let height = amount.point ?? entry.claim.quantity.value ?? amount.interval.low ?? amount.interval.high ?? .zero
        let y = bottom - numbers.position(height)
        let x = end ?? start ?? times.span.lowerBound
        if let start, let end {
            canvas.line(start, y, max(end, start + 1), y, .figure, width: 2)
            canvas.line(start, y - 4, start, y + 4, .figure, width: 2)
        } else {
            let edge = end == nil ? times.span.upperBound : times.span.lowerBound
            canvas.line(min(x, edge), y, max(x, edge), y, .figure, width: 2, isDashed: true)
            canvas.arrow(edge, y, end == nil ? 1 : -1)
        }
        let high = amount.interval.high.map { bottom - numbers.position($0) } ?? bottom - MeasurePicture.plotHeight
        let low = amount.interval.low.map { bottom - numbers.position($0) } ?? bottom
        let isOpen = amount.interval.low == nil || amount.interval.high == nil
        if low - high > 1 { canvas.line(x, low, x, high, .figure, width: 2, isDashed: isOpen) }
        return Span(
            x: x, y: y, left: start ?? times.span.lowerBound, right: end ?? times.span.upperBound)
    }

    /// Each figure beside its marker where there is room, off all spans if there is; all of them stand under the plot.
    private mutating func figures(at spans: [Span], within rows: ClosedRange<Double>) {
        typealias Box = (left: Double, top: Double, right: Double, bottom: Double)
        var taken: [Box] = spans.map { ($0.x - 7, $0.y - 7, $0.x + 7, $0.y + 7) }
        let lines: [Box] = spans.map { ($0.left, $0.y - 1, $0.right, $0.y + 1) }
        let isFree = { (box: Box, others: [Box]) in
            others.allSatisfy {
                box.right < $0.left || box.left > $0.right || box.bottom < $0.top || box.top > $0.bottom
            }
        }
        var said: Set<String> = []
        for (entry, span) in zip(groups.flatMap(\.entries), spans) {
            let text = entry.claim.quantity.text(in: language)
            // Of sources that agree, once.
            guard said.insert("\(text) at \(span.x)").inserted else { continue }
            let places: [(Double, Double, Mark.Line.Anchor)] = [
                (-9, -7, .end), (9, 5, .start), (9, -7, .start), (-9, 17, .end), (9, 17, .start), (0, -11, .middle),
            ]
            let labels = places.map { x, y, anchor in
                Mark.Line(text: text, x: span.x + x, y: span.y + y, isBold: true, anchor: anchor, hasHalo: true)
            }.filter { line in
                let box = line.box
                return box.left >= times.span.lowerBound && box.right <= Canvas.right && box.top >= rows.lowerBound
                    && box.bottom <= rows.upperBound && isFree(box, taken)
            }
            guard let label = labels.first(where: { isFree($0.box, lines) }) ?? labels.first else { continue }
            canvas.label(label)
            taken.append(label.box)
        }
    }

    // MARK: Words

    private mutating func key(_ population: String, _ marker: Marker, _ entries: [Entry]) -> [String] {
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
        let periods = groups.flatMap(\.entries).map(\.statistic.period)
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
    }
}
