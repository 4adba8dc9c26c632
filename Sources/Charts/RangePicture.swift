import Evidence
import Wording

/// The rows of a chart one below another, over one axis: each figure as a point on the range that its words allow.
struct RangePicture {
    /// The maximum number of rows; nobody would read more.
    private static let most = 64

    private let chart: Chart
    private let rows: [Chart.Row]
    private let verdict: Verdict?
    private let scale: NumberScale
    private var canvas: Canvas

    /// Creates a picture of a chart. `verdict` is for a discrepancy.
    init(_ chart: Chart, verdict: Verdict? = nil) {
        self.chart = chart
        self.verdict = verdict
        canvas = Canvas(chart.language)
        let claims = chart.rows.filter { $0.id != Chart.Row.computed }
        rows = claims.prefix(RangePicture.most) + chart.rows.filter { $0.id == Chart.Row.computed }
        let amounts = rows.map(\.amount)
        let values = amounts.flatMap(\.ends)
        scale = NumberScale(
            over: values,
            isOpen: (amounts.contains { $0.interval.low == nil }, amounts.contains { $0.interval.high == nil }),
            on: Canvas.left + 8...Canvas.right - 8,
            fits: { ticks, scale in Canvas.fits(ticks, scale, chart.language) })
    }

    /// Returns the picture, with the given id.
    func picture(_ id: String) -> Picture {
        var layout = self
        return layout.draw(id)
    }

    private mutating func draw(_ id: String) -> Picture {
        canvas.heading(chart.title[chart.language], chart.subject, verdict)
        for row in rows {
            canvas.y += 12
            draw(row)
        }
        canvas.y += 4
        canvas.axis(scale)
        canvas.y += 8
        legend()
        let left = canvas.left(chart.rows.count - rows.count)
        let words = [
            verdict.map { $0.label[chart.language].capitalizedFirst + "." }, chart.description(of: rows), left,
        ].compactMap { $0 }.joined(separator: " ")
        return canvas.finish(id, chart.title[chart.language], words, chart.identity)
    }

    private mutating func draw(_ row: Chart.Row) {
        if let heading = row.heading { canvas.text(heading.text, most: 4) }
        for detail in row.details { canvas.text(detail.text, ink: .muted, most: 4) }
        canvas.run(row.figure.enumerated().map { place, figure in (figure, place == 0, place == 0 ? .ink : .muted) })
        canvas.track(scale)
        canvas.range(row.amount, scale, canvas.y - Canvas.trackHeight / 2, RangePicture.marker(of: row))
    }

    private static func marker(of row: Chart.Row) -> Marker { row.id == Chart.Row.computed ? .openDiamond : .circle }

    private mutating func legend() {
        let words = chart.language.words
        let hasPoint = rows.contains { $0.id != Chart.Row.computed && $0.amount.point != nil }
        if hasPoint {
            canvas.key(words[.chartStated]) {
                $0.marker(.circle, Canvas.keyX, $1)
            }
        }
        if rows.contains(where: { $0.id == Chart.Row.computed }) {
            canvas.key(words[.chartWorkedOut]) {
                $0.marker(.openDiamond, Canvas.keyX, $1)
            }
        }
        let intervals = rows.map(\.amount.interval)
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
        if let note = scale.note(in: words) { canvas.text(note, ink: .muted) }
    }
}

extension Chart {
    /// Returns the rows in words, each figure with what it measures.
    package func description(of rows: [Row]) -> String {
        let sentences = rows.map { row in
            row.label.joined(separator: " ") + ": " + row.figure.joined(separator: ", ")
        }
        return ([title[language] + " (" + subject + ")"] + sentences).joined(separator: ". ") + "."
    }
}
