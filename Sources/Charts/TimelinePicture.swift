import Archive
import Evidence
import Rendering
import Wording

/// Events one below another over one time axis, each on a track of its own; uncertain dates are drawn as such. Where it is
/// narrow, an event's words stand above its bars, and where it is wide, beside them.
struct TimelinePicture {
    /// The maximum number of events; nobody would read more.
    private static let most = 50
    /// The maximum number of dates of one event.
    private static let mostDates = 24
    private static let barHeight = 10.0
    /// The length of an open end where it is wide.
    private static let openLength = 40.0

    private let snapshot: Snapshot
    private let language: Language
    private let events: [Event]
    private let scale: TimeScale
    private var canvas: Canvas

    /// Creates a picture of the first events by date. Without events it says that there are none.
    init(_ snapshot: Snapshot, _ language: Language, _ form: Picture.Form) {
        events = TimelinePicture.ordered(snapshot.dataset.events.prefix(TimelinePicture.most))
        self.snapshot = snapshot
        self.language = language
        canvas = Canvas(language, form)
        scale = TimeScale(
            over: TimelinePicture.central(events), isOpen: (true, true), on: canvas.plot, in: language)
    }

    /// Returns the days of the events between the days between which nine out of ten ends of dates lie. Ends far outside are
    /// shown by an arrow, so that they do not squeeze all others together.
    private static func central(_ events: [Event]) -> [ClosedRange<Int>] {
        let all = events.flatMap { $0.dates.prefix(mostDates) }
        let dates = all.compactMap { date -> ClosedRange<Int>? in
            let (first, last) = (date.start.date?.earliest, date.end.date?.latest)
            guard let low = first ?? last, let high = last ?? first else { return nil }
            return low.ordinal...max(low.ordinal, high.ordinal)
        }
        let days = all.flatMap { date in
            [date.start.date?.earliest, date.end.date?.latest].compactMap { $0?.ordinal }
        }.sorted()
        let cut = days.count / 20
        let kept = days.dropFirst(cut).dropLast(cut)
        guard let first = kept.first, let last = kept.last else { return dates }
        let ends = [first...first, last...last]
        return ends + dates.filter { $0.overlaps(first...last) }.map { $0.clamped(to: first...last) }
    }

    /// Sorts events by the first day, or the last if no first day is stated: the order in which they are drawn.
    private static func ordered(_ events: some Sequence<Event>) -> [Event] {
        let days = { (event: Event) in
            (event.date.earliest ?? event.date.latest, event.date.latest ?? event.date.earliest)
        }
        return events.sorted { left, right in
            guard let (start, end) = both(days(left)), let (otherStart, otherEnd) = both(days(right)) else {
                return false
            }
            return (start, end, left.id) < (otherStart, otherEnd, right.id)
        }
    }

    private static func both(_ days: (CalendarDay?, CalendarDay?)) -> (CalendarDay, CalendarDay)? {
        guard let start = days.0, let end = days.1 else { return nil }
        return (start, end)
    }

    /// Returns the picture, with the given id.
    func picture(_ id: String) -> Picture {
        var layout = self
        return layout.draw(id)
    }

    private mutating func draw(_ id: String) -> Picture {
        let title = language.words[.chronology]
        let identity = snapshot.dataset.identity
        canvas.heading(title, identity.title[language])
        var words = ["\(title): \(identity.title[language])"]
        let total = snapshot.dataset.events.count
        if total > events.count {
            let note = language.words.fill(
                .timelineFirst, ["count": language.format(events.count), "total": language.format(total)])
            canvas.text(note, ink: .muted)
            words.append(note)
        }
        if events.isEmpty {
            let note = language.words.count("countEvents", 0)
            canvas.text(note)
            words.append(note)
        } else {
            drawRows()
            words += events.map { "\($0.datesInWords(in: language, from: snapshot)): \($0.title[language])" }
        }
        return canvas.finish(id, title, words.joined(separator: ". "), identity)
    }

    /// Draws the events between two axes, and what their signs mean.
    private mutating func drawRows() {
        canvas.y += 6
        canvas.axis(scale)
        for event in events {
            canvas.y += canvas.form == .wide ? 1 : 4
            draw(event)
        }
        canvas.y += 4
        canvas.axis(scale)
        canvas.y += 8
        legend()
    }

    private mutating func draw(_ event: Event) {
        let date = event.datesInWords(in: language, from: snapshot)
        let isWide = canvas.form == .wide
        // Each date that a source gives, of which each may be several.
        let dates = event.dates.prefix(TimelinePicture.mostDates).map { date in
            TimelineShape.all(of: date, scale).map { isWide ? $0.shortened(to: TimelinePicture.openLength) : $0 }
        }
        let shapes = dates.flatMap { $0 }
        let none = canvas.plot.lowerBound
        let (left, right) = (shapes.map(\.left).min() ?? none, shapes.map(\.right).max() ?? none)
        if isWide {
            let row = TimelineRow(
                title: event.title[language], date: date, bars: left...max(left, right), on: canvas.plot, top: canvas.y)
            let line = Canvas.lineHeight * Canvas.size
            verticals(behind: row.above, height: row.height - line)
            for label in row.above { canvas.label(label) }
            canvas.y += row.height - line
            return draw(dates, row.beside, height: line)
        }
        canvas.text(event.title[language], most: 3)
        let size = Canvas.size
        let width = TextAdvance.of(date, size: size)
        // The date is next to its bar if there is room, otherwise below the title.
        let behind = right + 8
        let before = left - 8 - width
        var x: Double?
        if behind + width <= canvas.right { x = behind } else if before >= canvas.plot.lowerBound { x = before }
        if x == nil { canvas.text(date, ink: .muted) }
        let baseline = canvas.y + Canvas.ascent * size
        let label = x.map { Mark.Line(text: date, x: $0, y: baseline, ink: .muted) }
        draw(dates, [label].compactMap { $0 }, height: Canvas.lineHeight * size)
    }

    /// Draws the ticks of the axis where no text is on them.
    private mutating func verticals(behind labels: [Mark.Line], height: Double) {
        let free = scale.ticks.map(\.x).filter { tick in
            labels.allSatisfy { tick < $0.box.left - 2 || tick > $0.box.right + 2 }
        }
        canvas.verticals(free, canvas.y, height)
    }

    /// Draws the bars of an event, and the words on a line with them.
    private mutating func draw(_ dates: [[TimelineShape]], _ labels: [Mark.Line], height: Double) {
        let top = canvas.y
        verticals(behind: labels, height: height)
        // The dates of a set hang together, and what lies between them is none of them.
        for set in dates where set.count > 1 {
            let ends = set.flatMap { [$0.left, $0.right] }
            guard let left = ends.min(), let right = ends.max() else { continue }
            canvas.line(left, top + height / 2, right, top + height / 2, .figure)
        }
        for shape in dates.joined() { draw(shape, top + height / 2) }
        for label in labels { canvas.label(label) }
        canvas.y = top + height
    }

    private mutating func draw(_ shape: TimelineShape, _ y: Double) {
        if shape.isDay {
            return canvas.marker(shape.isCertain ? .diamond : .openDiamond, (shape.left + shape.right) / 2, y)
        }
        let height = TimelinePicture.barHeight
        if shape.start == .open || shape.end == .open {
            canvas.line(shape.left, y, shape.right, y, .figure, width: 3, isDashed: true)
            let known = (shape.start == .day ? [shape.left] : []) + (shape.end == .day ? [shape.right] : [])
            for x in known { canvas.line(x, y - height / 2, x, y + height / 2, .figure, width: 3) }
        } else if shape.right - shape.left > 16 {
            let left = shape.left + (shape.start == .beyond ? 6 : 0)
            let right = shape.right - (shape.end == .beyond ? 6 : 0)
            canvas.path(
                SVGText.rectangle(left, y - height / 2, right - left, height),
                fill: !shape.isCertain ? .paper : shape.isWithin ? .band : .figure, stroke: .figure, width: 1.5,
                isDashed: !shape.isCertain)
        } else if shape.start == .day, shape.end == .day {
            canvas.path(
                SVGText.rectangle(shape.left, y - height / 2, shape.right - shape.left, height),
                fill: !shape.isCertain ? .paper : shape.isWithin ? .band : .figure, stroke: .figure, width: 1.5,
                isDashed: !shape.isCertain)
        }
        if shape.start != .day { canvas.arrow(shape.left, y, -1) }
        if shape.end != .day { canvas.arrow(shape.right, y, 1) }
    }

    /// Draws what the signs mean, in two columns where it is wide.
    private mutating func legend() {
        let keys = TimelineKey.all(of: events, scale)
        let (span, top) = (canvas.form.span, canvas.y)
        let columns = canvas.form == .wide ? 2 : 1
        let rows = (keys.count + columns - 1) / columns
        let width = (span.upperBound - span.lowerBound) / Double(columns)
        var bottom = top
        for number in 0..<columns {
            let left = span.lowerBound + Double(number) * width
            canvas.column = left...left + width
            canvas.y = top
            for key in keys.dropFirst(number * rows).prefix(rows) {
                key.sign(&canvas, left, canvas.y + Canvas.lineHeight * Canvas.size / 2)
                canvas.text(language.words[key.words], ink: .muted, indent: Canvas.keyWidth)
            }
            bottom = max(bottom, canvas.y)
        }
        canvas.column = span
        canvas.y = bottom
    }
}
