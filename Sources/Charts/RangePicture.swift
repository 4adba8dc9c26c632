import Evidence
import Wording

/// The rows of a chart one below another, over one axis: each figure as a point on the range that its words allow.
struct RangePicture {
    /// The maximum number of rows; nobody would read more.
    private static let most = 64
    /// Where the axis begins if it stands beside the words.
    private static let labelWidth = 300.0

    private let chart: Chart
    private let rows: [Chart.Row]
    private let verdict: Verdict?
    /// What there is to say of the verdict.
    private let note: String?
    private let scale: NumberScale
    /// Whether all rows give one number, so that an axis would show nothing.
    private let isOneNumber: Bool
    private var canvas: Canvas

    /// Creates a picture of a chart. `verdict` is for a discrepancy, and so is `note`, what there is to say of it.
    init(_ chart: Chart, verdict: Verdict? = nil, note: String? = nil, _ form: Picture.Form) {
        self.chart = chart
        self.verdict = verdict
        self.note = note
        canvas = Canvas(chart.language, form)
        if form == .wide { canvas.plot = RangePicture.labelWidth...canvas.right }
        let plot = canvas.plot
        let claims = chart.rows.filter(\.isClaim)
        rows =
            claims.count > RangePicture.most
            ? claims.prefix(RangePicture.most) + chart.rows.filter { !$0.isClaim } : chart.rows
        let amounts = rows.map(\.amount)
        let values = amounts.flatMap(\.ends)
        isOneNumber =
            rows.allSatisfy { $0.kind != .implied && $0.caption == nil }
            && amounts.allSatisfy { $0.interval.low != nil && $0.interval.high != nil }
            && values.allSatisfy { $0 == values.first }
        scale = NumberScale(
            over: values,
            isOpen: (amounts.contains { $0.interval.low == nil }, amounts.contains { $0.interval.high == nil }),
            on: plot.lowerBound + 8...plot.upperBound - 8,
            fits: { ticks, scale in Canvas.fits(ticks, scale, chart.language, within: plot) })
    }

    /// Returns the picture, with the given id.
    func picture(_ id: String) -> Picture {
        var layout = self
        return layout.draw(id)
    }

    private mutating func draw(_ id: String) -> Picture {
        canvas.heading(chart.title[chart.language], chart.subject, verdict)
        if let note = chart.note { canvas.text(note.withFullStop) }
        let same = isOneNumber ? drawOneNumber() : nil
        if !isOneNumber {
            for row in rows {
                canvas.y += 12
                if let caption = row.caption { draw(caption) }
                draw(row)
            }
            canvas.y += 4
            canvas.axis(scale)
            canvas.y += 8
        }
        if !rows.isEmpty { legend() }
        let left = canvas.left(chart.rows.count - rows.count)
        let readings = chart.readingsLeft
        let others =
            readings > 0
            ? chart.language.words.fill(.stackNotDrawn, ["count": chart.language.format(readings)]) : nil
        for note in [note, others].compactMap({ $0 }) { canvas.text(note, ink: .muted) }
        let words = [
            verdict?.label[chart.language].capitalizedFirst.withFullStop, note?.withFullStop,
            chart.description(of: rows), same, left, others,
        ].compactMap { $0 }.joined(separator: " ")
        return canvas.finish(id, chart.title[chart.language], words, chart.identity)
    }

    /// Draws the rows with their points joined, and returns in words what that says; nil of a single one.
    private mutating func drawOneNumber() -> String? {
        var points: [Double] = []
        canvas.column = Canvas.left + Canvas.keyWidth...canvas.right
        for row in rows {
            canvas.y += 12
            draw(wordsOf: row)
            points.append(canvas.y - Canvas.lineHeight * Canvas.size / 2)
        }
        canvas.column = canvas.form.span
        if let first = points.first, let last = points.last, first < last {
            canvas.line(Canvas.keyX, first, Canvas.keyX, last, .figure, width: 2)
        }
        for (row, point) in zip(rows, points) { canvas.marker(RangePicture.marker(of: row), Canvas.keyX, point) }
        canvas.y += 8
        guard rows.count > 1 else { return nil }
        let words = chart.language.words[.chartOneNumber]
        canvas.text(words, isBold: true, indent: Canvas.keyWidth)
        canvas.y += 4
        return words
    }

    private mutating func draw(wordsOf row: Chart.Row) {
        if let heading = row.heading { canvas.text(heading.text, most: 4) }
        for detail in row.details { canvas.text(detail.text, ink: .muted, most: max(4, detail.most)) }
        canvas.run(row.figure.enumerated().map { place, figure in (figure, place == 0, place == 0 ? .ink : .muted) })
    }

    /// Draws the words, and the mark below them, or beside them where there is room.
    private mutating func draw(_ row: Chart.Row) {
        let (top, isBeside) = (canvas.y, canvas.form == .wide)
        if isBeside { canvas.column = Canvas.left...RangePicture.labelWidth - 16 }
        draw(wordsOf: row)
        canvas.column = canvas.form.span
        let height = isBeside ? max(canvas.y - top, Canvas.trackHeight) : Canvas.trackHeight
        if isBeside { canvas.y = top - 2 }
        canvas.track(scale, height: height)
        let middle = canvas.y - height / 2
        if row.kind == .implied {
            canvas.bar(row.amount.interval, scale, middle)
        } else {
            canvas.range(row.amount, scale, middle, RangePicture.marker(of: row))
        }
    }

    /// What was put together from figures that nobody gives together is said above its rows.
    private mutating func draw(_ caption: Chart.Row.Caption) {
        canvas.verdict(caption.verdict, of: caption.label)
        if let note = caption.note { canvas.text(note, ink: .muted) }
        canvas.text(caption.arithmetic, most: 4)
        canvas.y += 6
    }

    private static func marker(of row: Chart.Row) -> Marker {
        switch row.kind {
        case .stated: .circle
        case .converted: .ring
        case .computed, .implied: .openDiamond
        }
    }

    private mutating func legend() {
        let words = chart.language.words
        let keys: [(Chart.Row.Kind, Word, Marker)] = [
            (.stated, .chartStated, .circle), (.converted, .chartConverted, .ring),
            (.computed, .chartWorkedOut, .openDiamond),
        ]
        for (kind, word, marker) in keys where rows.contains(where: { $0.kind == kind && $0.amount.point != nil }) {
            canvas.key(words[word]) { $0.marker(marker, Canvas.keyX, $1) }
        }
        let intervals = rows.filter { $0.kind != .implied }.map(\.amount.interval)
        if intervals.contains(where: { $0.low != nil && $0.high != nil && $0.low != $0.high }) {
            canvas.key(words[.chartAllowed]) {
                $0.band(Canvas.left, Canvas.left + 16, $1)
            }
        }
        if intervals.contains(where: { $0.low == nil || $0.high == nil }) {
            canvas.key(words[.chartNoLimit]) {
                $0.line(Canvas.left, $1, Canvas.left + 14, $1, .figure, width: 2, isDashed: true)
                $0.arrow(Canvas.left + 18, $1, 1)
            }
        }
        if rows.contains(where: { $0.kind == .implied }) {
            canvas.key(words[.statisticRest]) { $0.bar(from: Canvas.left, to: Canvas.left + 16, $1) }
        }
        if !isOneNumber, let note = scale.note(in: words) {
            if scale.hasZero { canvas.text(note, ink: .muted) } else { canvas.broken(note) }
        }
    }
}

extension Chart {
    /// Returns the rows in words, each figure with what it measures.
    package func description(of rows: [Row]) -> String {
        let sentences = rows.map { row in
            let caption = row.caption?.sentences(in: language).map { $0.withFullStop + " " }.joined() ?? ""
            var plain = row
            plain.caption = nil
            let label = plain.label(in: language).joined(separator: " ")
            return caption + label + ": " + row.figure.joined(separator: ", ")
        }
        let heading = [title[language] + (subject.isEmpty ? "" : " (" + subject + ")"), note].compactMap { $0 }
        return (heading + sentences).map(\.withFullStop).joined(separator: " ")
    }
}

extension Chart.Row {
    /// Whether a source states it.
    fileprivate var isClaim: Bool { kind == .stated || kind == .converted }
}
