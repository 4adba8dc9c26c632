import Evidence
import Wording

/// An axis of days: it maps days to positions, and has ticks at months or years.
struct TimeScale {
    let span: ClosedRange<Double>
    /// The days that the axis covers, as ordinals of `CalendarDay`.
    private let domain: ClosedRange<Double>
    private let language: Language
    private(set) var ticks: [(x: Double, label: String)] = []

    /// Creates an axis from the first to the last day. `isOpen` leaves room at each end for what has no such end.
    init(
        over days: [CalendarDay], isOpen: (start: Bool, end: Bool) = (false, false), on span: ClosedRange<Double>,
        _ language: Language
    ) {
        self.language = language
        self.span = span
        let ordinals = days.map { Double($0.ordinal) }
        var low = ordinals.min() ?? 0
        var high = (ordinals.max() ?? 0) + 1
        let room = max((high - low) * 0.08, 31)
        if isOpen.start { low -= room }
        if isOpen.end { high += room }
        domain = low...max(high, low + 1)
        for step in TimeScale.steps {
            ticks = ticks(every: step)
            if fits { return }
        }
        ticks = []
    }

    /// Returns the position where a day begins, clamped to the span.
    func position(_ day: CalendarDay) -> Double { position(Double(day.ordinal)) }

    /// Returns the position where a day ends.
    func end(of day: CalendarDay) -> Double { position(Double(day.ordinal + 1)) }

    /// Return whether a day is beyond the axis: before it, or after it.
    func isBefore(_ day: CalendarDay) -> Bool { Double(day.ordinal) < domain.lowerBound }
    func isBehind(_ day: CalendarDay) -> Bool { Double(day.ordinal) >= domain.upperBound }

    private func position(_ ordinal: Double) -> Double {
        let part = (ordinal - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return span.lowerBound + min(max(part, 0), 1) * (span.upperBound - span.lowerBound)
    }

    /// The possible distances between ticks, in months.
    private static let steps: [Int] =
        [1, 2, 3, 6]
        + (0...9).flatMap { power in
            let decade = (0..<power).reduce(12) { step, _ in step * 10 }
            return [decade, decade * 2, decade * 5]
        }

    /// Returns ticks on the first day of every month that is a multiple of the step; none if they would be too many.
    private func ticks(every step: Int) -> [(x: Double, label: String)] {
        let month = 365.2425 / 12
        // Ordinals start in March of the year 0.
        let first = Int((domain.lowerBound / month).rounded(.down)) + 1
        let last = Int((domain.upperBound / month).rounded(.up)) + 4
        guard (last - first) / step < 40 else { return [] }
        let begin = first - ((first % step) + step) % step
        return stride(from: begin, through: last, by: step).compactMap { index in
            let counted = (index - ((index % 12) + 12) % 12) / 12
            // Round years before the era as people count them: 100 BCE is the year −99.
            let year = step >= 120 && counted <= 0 ? counted + 1 : counted
            guard let day = CalendarDay(year: year, month: index - counted * 12 + 1, day: 1),
                domain.contains(Double(day.ordinal))
            else { return nil }
            let text = step % 12 == 0 ? label(of: year) : label(of: day)
            return (position(day), text)
        }
    }

    private func label(of year: Int) -> String { year > 0 ? "\(year)" : language.format(year: year) }

    /// A month in digits, or before the era in words.
    private func label(of month: CalendarDay) -> String {
        guard month.year > 0 else { return language.format(month: month) }
        return String(month.description.dropLast(3))
    }

    /// Whether there is at least one tick, and all labels have room.
    private var fits: Bool {
        let boxes = labels(y: 0).map(\.box)
        return !boxes.isEmpty && zip(boxes, boxes.dropFirst()).allSatisfy { $0.right + 10 <= $1.left }
    }

    /// Returns the labels, centred below their ticks but kept inside the span.
    func labels(y: Double) -> [Mark.Line] {
        ticks.map { tick in
            let half = TextAdvance.of(tick.label, size: Canvas.size) / 2
            let x = min(max(tick.x, span.lowerBound + half), max(span.upperBound - half, span.lowerBound + half))
            return Mark.Line(text: tick.label, x: x, y: y, ink: .muted, anchor: .middle)
        }
    }
}

extension Canvas {
    /// Draws the axis below its rows.
    mutating func axis(_ scale: TimeScale) {
        line(scale.span.lowerBound, y, scale.span.upperBound, y, .muted)
        verticals(scale.ticks.map(\.x), y, 5, .muted)
        y += 7
        for label in scale.labels(y: y + Canvas.ascent * Canvas.size) { self.label(label) }
        y += Canvas.lineHeight * Canvas.size
    }
}
