import Evidence
import Wording

/// A sign of the chronology and what it means.
struct TimelineKey {
    let words: Word
    /// Draws the sign from a left edge around a middle.
    let sign: (inout Canvas, _ x: Double, _ y: Double) -> Void

    /// Returns those of the events; a set of dates, and a break of the axis, where there is one.
    static func all(of events: [Event], _ scale: TimeScale) -> [TimelineKey] {
        let hasSets = events.flatMap(\.dates).contains { $0.set.map { $0.elements.count > 1 } ?? false }
        let keys: [TimelineKey?] = [
            day, bar(.timelineSpan, .figure), bar(.timelineWithin, .band), hasSets ? set : nil,
            bar(.timelineUncertain, .paper, isDashed: true), open, scale.breaks.isEmpty ? nil : broken, beyond,
        ]
        return keys.compactMap { $0 }
    }

    private static var day: TimelineKey {
        TimelineKey(words: .timelineDay) { canvas, x, y in canvas.marker(.diamond, x + 8, y) }
    }

    private static func bar(_ words: Word, _ fill: Ink, isDashed: Bool = false) -> TimelineKey {
        TimelineKey(words: words) { canvas, x, y in
            let rectangle = SVGText.rectangle(x, y - 5, 16, 10)
            canvas.path(rectangle, fill: fill, stroke: .figure, width: 1.5, isDashed: isDashed)
        }
    }

    private static var set: TimelineKey {
        TimelineKey(words: .timelineSet) { canvas, x, y in
            canvas.line(x, y, x + 18, y, .figure)
            let dates = SVGText.rectangle(x, y - 5, 5, 10) + SVGText.rectangle(x + 13, y - 5, 5, 10)
            canvas.path(dates, fill: .band, stroke: .figure, width: 1.5)
        }
    }

    private static var open: TimelineKey {
        TimelineKey(words: .timelineOpen) { canvas, x, y in
            canvas.line(x, y, x + 18, y, .figure, width: 3, isDashed: true)
            canvas.arrow(x + 20, y, 1)
        }
    }

    private static var broken: TimelineKey {
        TimelineKey(words: .timelineBroken) { canvas, x, y in canvas.breaking(x + 8, y) }
    }

    private static var beyond: TimelineKey {
        TimelineKey(words: .timelineBeyond) { canvas, x, y in
            canvas.path(SVGText.rectangle(x, y - 5, 12, 10), fill: .figure)
            canvas.arrow(x + 18, y, 1)
        }
    }
}
