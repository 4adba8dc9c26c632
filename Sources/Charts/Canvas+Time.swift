import Evidence
import Wording

/// The marks on an axis of days.
extension Canvas {
    /// Draws the axis below its rows. A break is two slanted strokes.
    mutating func axis(_ scale: TimeScale) {
        for stretch in scale.stretches { line(stretch.lowerBound, y, stretch.upperBound, y, .muted) }
        for x in scale.breaks { breaking(x, y) }
        verticals(scale.ticks.map(\.x), y, 5, .muted)
        y += 7
        for label in scale.labels(y: y + Canvas.ascent * Canvas.size) { self.label(label) }
        y += Canvas.lineHeight * Canvas.size
    }

    /// Draws the sign of a break in an axis.
    mutating func breaking(_ x: Double, _ y: Double) {
        path(
            SVGText.line(x - 5, y + 5, x - 1, y - 5) + SVGText.line(x + 1, y + 5, x + 5, y - 5), stroke: .ink,
            width: 1.5)
    }
}

extension Language {
    /// Returns a year for an axis: in digits alone, and before the era in words; of the first century too, where the
    /// axis does not count by centuries.
    func axisYear(_ year: Int, byCenturies: Bool = false) -> String {
        if ((byCenturies ? 1 : 100)...9_999).contains(year) { return "\(year)" }
        if year >= 10_000 { return format(Number(Int64(year))) }
        return format(year: year)
    }
}
