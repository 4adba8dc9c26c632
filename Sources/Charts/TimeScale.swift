import Evidence
import Wording

/// An axis of days: it maps days to positions, and has ticks at months or years.
///
/// Where a stretch without dates is longer than all that has some, the axis is broken: the stretch is left out, so that what
/// lies far off does not press all others together. On either side of a break, a day is as long.
struct TimeScale {
    /// A stretch of the axis between breaks, in days as ordinals of `CalendarDay`, and in positions.
    private struct Piece {
        var days: ClosedRange<Double>
        var span = 0.0...0.0

        var length: Double { days.upperBound - days.lowerBound }
    }

    /// The maximum number of breaks.
    private static let mostBreaks = 3
    /// The width of a break.
    private static let breakWidth = 22.0

    let span: ClosedRange<Double>
    private let pieces: [Piece]
    private(set) var ticks: [(x: Double, label: String)] = []

    /// Creates an axis over the days of `dates`, each from the first to the last. `isOpen` leaves room at each end for what
    /// has no such end.
    init(
        over dates: [ClosedRange<Int>], isOpen: (start: Bool, end: Bool) = (false, false),
        on span: ClosedRange<Double>, in language: Language
    ) {
        self.span = span
        let parts = TimeScale.parts(of: dates)
        let length = parts.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
        let room = max(length * 0.08, 31)
        let days = parts.enumerated().map { place, part in
            let isFirst = place == 0
            let isLast = place == parts.count - 1
            let low = part.lowerBound - (isFirst && !isOpen.start ? 0 : room)
            let high = part.upperBound + (isLast && !isOpen.end ? 0 : room)
            return low...max(high, low + 1)
        }
        pieces = TimeScale.laid(days, on: span)
        for step in TimeScale.steps {
            ticks = ticks(every: step, language)
            if fits { return }
        }
        // Where a stretch between breaks is too short for its label, the next one has none.
        let spaced = TimeScale.steps.lazy.map { [self] step in
            let all = ticks(every: step, language)
            return (all: all, kept: self.spaced(all))
        }
        ticks = spaced.first { !$0.all.isEmpty && $0.all.count - $0.kept.count < days.count }?.kept ?? []
    }

    /// Returns the ticks whose labels have room behind those before them.
    private func spaced(_ ticks: [(x: Double, label: String)]) -> [(x: Double, label: String)] {
        var end = -Double.infinity
        return zip(ticks, labels(of: ticks, y: 0)).compactMap { tick, label in
            guard label.box.left >= end + 10 else { return nil }
            end = label.box.right
            return tick
        }
    }

    /// Returns the days that have dates, divided where the axis is to be broken.
    private static func parts(of dates: [ClosedRange<Int>]) -> [ClosedRange<Double>] {
        var stretches: [ClosedRange<Double>] = []
        for date in dates.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            let (low, high) = (Double(date.lowerBound), Double(date.upperBound) + 1)
            if let last = stretches.last, low <= last.upperBound {
                stretches[stretches.count - 1] = last.lowerBound...max(last.upperBound, high)
            } else {
                stretches.append(low...high)
            }
        }
        guard let first = stretches.first, let last = stretches.last else { return [0...1] }
        // The places of the breaks: each before the stretch with this index.
        var breaks: [Int] = []
        let gap = { (place: Int) in stretches[place].lowerBound - stretches[place - 1].upperBound }
        let gaps = (1..<max(stretches.count, 1)).sorted { gap($0) > gap($1) }
        var rest = last.upperBound - first.lowerBound
        // Two dates alone, or three, are told apart at any distance.
        for place in gaps.prefix(mostBreaks) where stretches.count > 3 {
            rest -= gap(place)
            guard gap(place) > rest else { break }
            breaks.append(place)
        }
        let starts = [0] + breaks.sorted()
        return zip(starts, starts.dropFirst() + [stretches.count]).map { start, end in
            stretches[start].lowerBound...stretches[end - 1].upperBound
        }
    }

    /// Returns the pieces with their positions, a day as long in each.
    private static func laid(_ days: [ClosedRange<Double>], on span: ClosedRange<Double>) -> [Piece] {
        let length = days.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
        let width = span.upperBound - span.lowerBound - Double(days.count - 1) * breakWidth
        var x = span.lowerBound
        return days.map { days in
            let end = x + width * (days.upperBound - days.lowerBound) / length
            defer { x = end + breakWidth }
            return Piece(days: days, span: x...max(x, min(end, span.upperBound)))
        }
    }

    /// The middle of each break.
    var breaks: [Double] { pieces.dropLast().map { $0.span.upperBound + TimeScale.breakWidth / 2 } }

    /// The stretches between breaks, as positions.
    var stretches: [ClosedRange<Double>] { pieces.map(\.span) }

    /// Returns the positions of the ends of a date; nil for an end that is open or unknown.
    func ends(of date: EDTF) -> (start: Double?, end: Double?) {
        (date.earliest.map(position), date.latest.map(end))
    }

    /// Returns the position where a day begins, clamped to the span.
    func position(_ day: CalendarDay) -> Double { position(Double(day.ordinal)) }

    /// Returns the position where a day ends.
    func end(of day: CalendarDay) -> Double { position(Double(day.ordinal + 1)) }

    /// Return whether a day is beyond the axis: before it, or after it.
    func isBefore(_ day: CalendarDay) -> Bool { pieces.first.map { Double(day.ordinal) < $0.days.lowerBound } ?? true }
    func isBehind(_ day: CalendarDay) -> Bool { pieces.last.map { Double(day.ordinal) >= $0.days.upperBound } ?? true }

    private func position(_ ordinal: Double) -> Double {
        // The last piece that begins before the day; a day within a break is at its middle.
        guard let place = pieces.lastIndex(where: { $0.days.lowerBound <= ordinal }) else { return span.lowerBound }
        let piece = pieces[place]
        if ordinal > piece.days.upperBound, place < pieces.count - 1 {
            return piece.span.upperBound + TimeScale.breakWidth / 2
        }
        let part = (ordinal - piece.days.lowerBound) / piece.length
        return piece.span.lowerBound + min(max(part, 0), 1) * (piece.span.upperBound - piece.span.lowerBound)
    }

    // MARK: Ticks

    /// The possible distances between ticks, in months.
    private static let steps: [Int] =
        [1, 2, 3, 6]
        + (0...9).flatMap { power in
            let decade = (0..<power).reduce(12) { step, _ in step * 10 }
            return [decade, decade * 2, decade * 5]
        }

    /// Returns ticks on the first day of every month that is a multiple of the step, and at the start of a stretch between
    /// breaks that has none; none at all if they would be too many.
    private func ticks(every step: Int, _ language: Language) -> [(x: Double, label: String)] {
        var all: [(x: Double, label: String)] = []
        for piece in pieces {
            guard let ticks = ticks(every: step, in: piece, language) else { return [] }
            if ticks.isEmpty, pieces.count > 1 {
                let year = TimeScale.year(of: piece.days.lowerBound + piece.length / 2)
                all.append(((piece.span.lowerBound + piece.span.upperBound) / 2, language.axisYear(year)))
            } else {
                all += ticks
            }
        }
        return all
    }

    /// Returns the ticks of one piece; nil if they would be too many.
    private func ticks(every step: Int, in piece: Piece, _ language: Language) -> [(x: Double, label: String)]? {
        let month = 365.2425 / 12
        // Ordinals start in March of the year 0.
        let first = Int((piece.days.lowerBound / month).rounded(.down)) + 1
        let last = Int((piece.days.upperBound / month).rounded(.up)) + 4
        guard (last - first) / step < 40 else { return nil }
        let begin = first - ((first % step) + step) % step
        return stride(from: begin, through: last, by: step).compactMap { index in
            let (year, month) = TimeScale.month(index, every: step)
            guard let day = CalendarDay(year: year, month: month, day: 1), piece.days.contains(Double(day.ordinal))
            else { return nil }
            let isOfYears = step % 12 == 0
            let label =
                isOfYears ? language.axisYear(year, byCenturies: step >= 1_200) : language.format(shortMonth: day)
            return (position(day), label)
        }
    }

    /// Returns year and month of a tick, which is `index` months from the year 0. Before the era, round years are those that
    /// people count: 500 BCE, which is the year −499.
    private static func month(_ index: Int, every step: Int) -> (year: Int, month: Int) {
        let year = (index - ((index % 12) + 12) % 12) / 12
        guard step > 12, year <= 0 else { return (year, index - year * 12 + 1) }
        return (year + 1, 1)
    }

    /// Returns the year of a day.
    private static func year(of ordinal: Double) -> Int {
        // Ordinals start in March of the year 0. The estimate is off by one at most.
        let estimate = Int(((ordinal + 60) / 365.2425).rounded(.down))
        let years = [estimate - 1, estimate, estimate + 1].filter { year in
            CalendarDay(year: year, month: 1, day: 1).map { Double($0.ordinal) <= ordinal } ?? false
        }
        return years.last ?? estimate
    }

    /// Whether there is at least one tick, and all labels have room.
    private var fits: Bool {
        let boxes = labels(y: 0).map(\.box)
        return !boxes.isEmpty && zip(boxes, boxes.dropFirst()).allSatisfy { $0.right + 10 <= $1.left }
    }

    /// Returns the labels, centred below their ticks but kept inside the span.
    func labels(y: Double) -> [Mark.Line] { labels(of: ticks, y: y) }

    private func labels(of ticks: [(x: Double, label: String)], y: Double) -> [Mark.Line] {
        ticks.map { tick in
            let half = TextAdvance.of(tick.label, size: Canvas.size) / 2
            let x = min(max(tick.x, span.lowerBound + half), max(span.upperBound - half, span.lowerBound + half))
            return Mark.Line(text: tick.label, x: x, y: y, ink: .muted, anchor: .middle)
        }
    }
}
