import Evidence
import Wording

/// The marks on an axis of numbers.
extension Canvas {
    /// The height of a row with a mark on the axis.
    static let trackHeight = 20.0
    private static let bandHeight = 9.0

    /// Draws the background of a row for a range, with the ticks of the axis.
    mutating func track(_ scale: NumberScale, height: Double = trackHeight) {
        y += 2
        verticals(scale.ticks.map(scale.position), y, height)
        line(plot.lowerBound, y + height / 2, plot.upperBound, y + height / 2, .line)
        y += height
    }

    /// Draws the axis below its rows.
    mutating func axis(_ scale: NumberScale) {
        line(plot.lowerBound, y, plot.upperBound, y, .muted)
        if !scale.hasZero { breaking(plot.lowerBound + 4, y) }
        verticals(scale.ticks.map(scale.position), y, 5, .muted)
        y += 7
        let labels = Canvas.tickLabels(
            scale.labelled, scale, language, within: plot, y: y + Canvas.ascent * Canvas.size)
        for label in labels { self.label(label) }
        y += Canvas.lineHeight * Canvas.size
    }

    /// Returns the labels, centred below their ticks but kept inside the plot.
    static func tickLabels(
        _ ticks: [Number], _ scale: NumberScale, _ language: Language, within plot: ClosedRange<Double>, y: Double = 0
    ) -> [Mark.Line] {
        ticks.map { tick in
            let text = language.format(tick)
            let half = TextAdvance.of(text, size: size) / 2
            let x = min(max(scale.position(tick), plot.lowerBound + half), plot.upperBound - half)
            return Mark.Line(text: text, x: x, y: y, ink: .muted, anchor: .middle)
        }
    }

    /// Draws a range with its point. An unbounded end is dashed and has an arrow.
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

    /// Draws a band that is at least as wide as its two ends.
    mutating func band(_ low: Double, _ high: Double, _ y: Double) {
        let width = max(high - low, 2)
        let height = Canvas.bandHeight
        path(SVGText.rectangle((low + high - width) / 2, y - height / 2, width, height), fill: .band, stroke: .figure)
    }

    /// Draws an arrowhead with its tip at `x`, pointing right, or left if `direction` is −1.
    mutating func arrow(_ x: Double, _ y: Double, _ direction: Double, _ ink: Ink = .figure) {
        let f = SVGText.format
        path("M\(f(x)) \(f(y))l\(f(-7 * direction)) -4.5v9z", fill: ink)
    }
}

extension Canvas {
    /// Says that an axis does not begin at zero, with the sign that stands where it is broken.
    mutating func broken(_ note: String) { key(note) { $0.breaking(Canvas.keyX, $1) } }
}

extension NumberScale {
    /// Returns what a reader has to know of the axis; nil if it is even and shows zero.
    func note(in words: Words) -> String? {
        switch kind {
        case .linear: hasZero ? nil : words[.chartNotFromZero]
        case .logarithmic: words[.chartLogarithmic]
        case .symmetric: words[.chartSymmetric]
        }
    }
}
