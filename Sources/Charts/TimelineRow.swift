/// Where the words of an event stand on a line with its bars: the title next to them, on the side that has room, and the date
/// where there is room left. A title that has none stands above, in lines of its own.
struct TimelineRow {
    private static let gap = 8.0

    /// The lines above the bars, from the top down.
    let above: [Mark.Line]
    /// What stands beside the bars.
    let beside: [Mark.Line]
    let height: Double

    /// Creates the row of bars between two positions, with its top at `top`.
    init(title: String, date: String, bars: ClosedRange<Double>, on span: ClosedRange<Double>, top: Double) {
        let (gap, line) = (TimelineRow.gap, Canvas.lineHeight * Canvas.size)
        let (width, dateWidth) = (TimelineRow.width(title), TimelineRow.width(date))
        let (start, end) = (bars.lowerBound - gap, bars.upperBound + gap)
        let (before, after) = (start - span.lowerBound, span.upperBound - end)
        let isBeside = width <= max(before, after)
        let lines =
            isBeside ? [] : TextAdvance.wrap(title, to: span.upperBound - span.lowerBound, size: Canvas.size, most: 3)
        let place = min(bars.lowerBound, span.upperBound - (lines.map(TimelineRow.width).max() ?? 0))
        above = lines.enumerated().map { number, text in
            Mark.Line(
                text: text, x: max(place, span.lowerBound), y: top + Double(number) * line + Canvas.ascent * Canvas.size
            )
        }
        let y = top + Double(lines.count) * line + Canvas.ascent * Canvas.size
        var beside: [Mark.Line] = []
        // What the title leaves on either side.
        var (left, right) = (start, end)
        if isBeside, width <= before {
            beside.append(Mark.Line(text: title, x: start, y: y, anchor: .end))
            left -= width + gap
        } else if isBeside {
            beside.append(Mark.Line(text: title, x: end, y: y))
            right += width + gap
        }
        if right + dateWidth <= span.upperBound {
            beside.append(Mark.Line(text: date, x: right, y: y, ink: .muted))
        } else if left - dateWidth >= span.lowerBound {
            beside.append(Mark.Line(text: date, x: left, y: y, ink: .muted, anchor: .end))
        }
        self.beside = beside
        height = Double(lines.count + 1) * line
    }

    private static func width(_ text: String) -> Double { TextAdvance.of(text, size: Canvas.size) }
}
