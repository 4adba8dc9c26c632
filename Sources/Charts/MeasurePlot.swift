import Archive
import Evidence
import Wording

/// The figures of one measure in one unit over time: each at its height, over the time that it is of; its population by the
/// shape.
struct MeasurePlot {
    static let height = 230.0

    struct Entry {
        let statistic: Statistic
        let claim: Claim
    }

    /// The label of the unit.
    let unit: String
    /// By population, in the order of the dataset.
    let groups: [(population: String, marker: Marker, entries: [Entry])]
    let numbers: NumberScale
    private let language: Language

    /// Creates the plot of the figures, of which there is at least one; `markers` are those of the populations.
    init(_ entries: [Entry], unit: String, markers: [String: Marker], _ language: Language) {
        self.unit = unit
        self.language = language
        groups = entries.map(\.statistic.population).uniqued().map { population in
            (population, markers[population] ?? .circle, entries.filter { $0.statistic.population == population })
        }
        let quantities = entries.map(\.claim.quantity)
        let values = quantities.flatMap { [$0.point, $0.interval.low, $0.interval.high].compactMap { $0 } }
        numbers = NumberScale(
            over: values, isFromZero: true,
            isOpen: (
                quantities.contains { $0.interval.low == nil }, quantities.contains { $0.interval.high == nil }
            ), on: 0...MeasurePlot.height, fits: MeasurePlot.fits)
    }

    /// Whether the labels of these ticks stand one above another without touching.
    private static func fits(_ ticks: [Number], _ scale: NumberScale) -> Bool {
        let places = ticks.map(scale.position)
        return ticks.count <= 6
            && zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= Canvas.lineHeight * Canvas.size }
    }

    /// The width of the widest label of the axis.
    var labelWidth: Double {
        numbers.labelled.map { TextAdvance.of(language.format($0), size: Canvas.size) }.max() ?? 0
    }

    /// Draws the plot over an axis of time.
    func draw(over times: TimeScale, on canvas: inout Canvas) {
        let (top, bottom) = (canvas.y, canvas.y + MeasurePlot.height)
        for tick in numbers.ticks {
            let y = bottom - numbers.position(tick)
            canvas.line(times.span.lowerBound, y, times.span.upperBound, y, .line)
        }
        for tick in numbers.labelled {
            let y = bottom - numbers.position(tick)
            let half = (Canvas.ascent - Canvas.descent) * Canvas.size / 2
            canvas.label(
                Mark.Line(
                    text: language.format(tick), x: times.span.lowerBound - 6, y: y + half, ink: .muted, anchor: .end))
        }
        canvas.y = bottom
        canvas.axis(times)
        // The shapes stand on the spans, and the figures on both.
        let spans = groups.map { group in group.entries.map { draw($0, bottom, times, &canvas) } }
        for (group, spans) in zip(groups, spans) {
            for span in spans where span.hasMarker { canvas.marker(group.marker, span.x, span.y) }
        }
        figures(at: spans.flatMap { $0 }, within: top - 14...bottom, times, &canvas)
    }

    /// Where a figure is drawn: its marker, and from where to where its span runs.
    private struct Span {
        let x, y, left, right: Double
        /// A range has none: it asserts no point.
        let hasMarker: Bool
    }

    /// The period as a span at the height of the figure, and what the figure may mean as a stroke across.
    private func draw(_ entry: Entry, _ bottom: Double, _ times: TimeScale, _ canvas: inout Canvas) -> Span {
        let amount = Amount(entry.claim.quantity)
        let (start, end) = times.ends(of: entry.statistic.period)
        let value = amount.point ?? entry.claim.quantity.value
        // The ends of a range, the upper one first.
        let heights = value.map { [$0] } ?? [amount.interval.high, amount.interval.low].compactMap { $0 }
        let x = end ?? start ?? times.span.lowerBound
        let rows = (heights.isEmpty ? [.zero] : heights).map { bottom - numbers.position($0) }
        for y in rows {
            if let start, let end {
                canvas.line(start, y, max(end, start + 1), y, .figure, width: 2)
                canvas.line(start, y - 4, start, y + 4, .figure, width: 2)
            } else {
                let edge = end == nil ? times.span.upperBound : times.span.lowerBound
                canvas.line(min(x, edge), y, max(x, edge), y, .figure, width: 2, isDashed: true)
                canvas.arrow(edge, y, end == nil ? 1 : -1)
            }
        }
        let high = amount.interval.high.map { bottom - numbers.position($0) } ?? bottom - MeasurePlot.height
        let low = amount.interval.low.map { bottom - numbers.position($0) } ?? bottom
        let isOpen = amount.interval.low == nil || amount.interval.high == nil
        if low - high > 1 { canvas.line(x, low, x, high, .figure, width: 2, isDashed: isOpen) }
        return Span(
            x: x, y: rows[0], left: start ?? times.span.lowerBound, right: end ?? times.span.upperBound,
            hasMarker: value != nil)
    }

    /// Each figure beside its marker where there is room, off all spans if there is; all of them stand under the plot.
    private func figures(
        at spans: [Span], within rows: ClosedRange<Double>, _ times: TimeScale, _ canvas: inout Canvas
    ) {
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
                return box.left >= times.span.lowerBound && box.right <= canvas.right && box.top >= rows.lowerBound
                    && box.bottom <= rows.upperBound && isFree(box, taken)
            }
            guard let label = labels.first(where: { isFree($0.box, lines) }) ?? labels.first else { continue }
            canvas.label(label)
            taken.append(label.box)
        }
    }
}
