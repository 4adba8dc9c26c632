import Evidence
import Wording

/// What stands on an axis of numbers.
extension Canvas {
    /// Of a row in which something stands on the axis.
    static let trackHeight = 20.0
    private static let bandHeight = 9.0

    /// A row for a range, with the ticks of the axis behind it.
    mutating func track(_ scale: NumberScale, height: Double = trackHeight) {
        y += 2
        verticals(scale.ticks.map(scale.position), y, height)
        line(Canvas.left, y + height / 2, Canvas.right, y + height / 2, .line)
        y += height
    }

    /// The axis under what stands on it.
    mutating func axis(_ scale: NumberScale) {
        line(Canvas.left, y, Canvas.right, y, .muted)
        verticals(scale.ticks.map(scale.position), y, 5, .muted)
        y += 7
        for label in Canvas.tickLabels(scale.ticks, scale, language, y: y + Canvas.ascent * Canvas.size) {
            self.label(label)
        }
        y += Canvas.lineHeight * Canvas.size
    }

    /// Under their ticks, and inside the picture.
    static func tickLabels(
        _ ticks: [Number], _ scale: NumberScale, _ language: Language, y: Double = 0
    ) -> [Mark.Line] {
        ticks.map { tick in
            let text = language.format(tick)
            let half = TextAdvance.of(text, size: size) / 2
            let x = min(max(scale.position(tick), left + half), right - half)
            return Mark.Line(text: text, x: x, y: y, ink: .muted, anchor: .middle)
        }
    }

    /// A range with the point on it. An end without bound runs out dashed, to an arrow.
    mutating func range(_ amount: Amount, _ scale: NumberScale, _ y: Double, _ marker: Marker) {
        let interval = amount.interval
        let low = interval.low.map(scale.position) ?? scale.span.lowerBound
        let high = interval.high.map(scale.position) ?? scale.span.upperBound
        if interval.low != nil, interval.high != nil {
            if interval.low != interval.high { band(low, high, y) }
        } else {
            line(low, y, high, y, .figure, width: 2, isDashed: true)
            if interval.low == nil { arrow(low, y, -1) } else { line(low, y - 6, low, y + 6, .figure, width: 2) }
            if interval.high == nil { arrow(high, y, 1) } else { line(high, y - 6, high, y + 6, .figure, width: 2) }
        }
        if let point = amount.point { self.marker(marker, scale.position(point), y) }
    }

    /// At least as wide as its two ends.
    mutating func band(_ low: Double, _ high: Double, _ y: Double) {
        let width = max(high - low, 2)
        let height = Canvas.bandHeight
        path(SVGText.rectangle((low + high - width) / 2, y - height / 2, width, height), fill: .band, stroke: .figure)
    }

    /// A head that points to the right, or with −1 to the left, its tip at `x`.
    mutating func arrow(_ x: Double, _ y: Double, _ direction: Double, _ ink: Ink = .figure) {
        let f = SVGText.format
        path("M\(f(x)) \(f(y))l\(f(-7 * direction)) -4.5v9z", fill: ink)
    }
}
