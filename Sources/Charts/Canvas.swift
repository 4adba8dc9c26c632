import Archive
import Evidence
import Wording

/// The surface on which a picture is laid out from the top down.
struct Canvas {
    /// The distance of everything from the edges, in units of the picture, like all measures here.
    static let margin = 12.0
    /// The size of body text; 11.5 pixels if the picture is 320 pixels wide.
    static let size = 13.0
    static let titleSize = 16.0
    /// The minimum size of text; 11.1 pixels if the picture is 320 pixels wide.
    static let smallSize = 12.5
    /// The distance between baselines as a multiple of the text size; no face installed on common systems is taller.
    static let lineHeight = 1.4
    /// The heights above and below a baseline, as multiples of the text size.
    static let ascent = 1.08
    static let descent = 0.3

    static let left = margin

    let language: Language
    let form: Picture.Form
    /// Where lines of text begin and end.
    var column: ClosedRange<Double>
    /// Where an axis begins and ends.
    var plot: ClosedRange<Double>
    private(set) var marks: [Mark] = []
    /// The position below everything laid out so far.
    var y = margin
    /// The number of marks in the title, and the position where the content below it begins.
    private var head = (marks: 0, y: margin)

    init(_ language: Language, _ form: Picture.Form = .narrow) {
        self.language = language
        self.form = form
        (column, plot) = (form.span, form.span)
    }

    var right: Double { form.span.upperBound }

    // MARK: Text

    /// Draws a paragraph over the full width.
    mutating func text(
        _ text: String, size: Double = Canvas.size, isBold: Bool = false, ink: Ink = .ink, indent: Double = 0,
        most: Int = 8
    ) {
        let lines = TextAdvance.wrap(
            text, to: column.upperBound - column.lowerBound - indent, size: size, isBold: isBold, most: most)
        for line in lines { self.line([(line, isBold, ink)], size: size, indent: indent) }
    }

    /// Draws pieces one after another, each on the current line if it has room.
    mutating func run(_ pieces: [(text: String, isBold: Bool, ink: Ink)], indent: Double = 0) {
        var line: [(text: String, isBold: Bool, ink: Ink)] = []
        var used = indent
        for piece in pieces {
            let width = TextAdvance.of(piece.text, size: Canvas.size, isBold: piece.isBold)
            if used + width > column.upperBound - column.lowerBound {
                if !line.isEmpty { self.line(line, indent: indent) }
                (line, used) = ([], indent)
            }
            if used + width > column.upperBound - column.lowerBound {
                text(piece.text, isBold: piece.isBold, ink: piece.ink, indent: indent)
                continue
            }
            line.append(piece)
            used += width + Canvas.size * 0.8
        }
        if !line.isEmpty { self.line(line, indent: indent) }
    }

    /// Draws pieces on one line, with gaps between them.
    private mutating func line(
        _ pieces: [(text: String, isBold: Bool, ink: Ink)], size: Double = Canvas.size, indent: Double
    ) {
        var x = column.lowerBound + indent
        for piece in pieces {
            let line = Mark.Line(
                text: piece.text, x: x, y: y + Canvas.ascent * size, size: size, isBold: piece.isBold, ink: piece.ink)
            marks.append(.text(line))
            x += line.width + size * 0.8
        }
        y += Canvas.lineHeight * size
    }

    /// Draws one line at a given position.
    mutating func label(_ line: Mark.Line) { marks.append(.text(line)) }

    // MARK: Shapes

    mutating func path(
        _ d: String, fill: Ink? = nil, stroke: Ink? = nil, width: Double = 1, isDashed: Bool = false
    ) {
        marks.append(.path(Mark.Path(d: d, fill: fill, stroke: stroke, width: width, isDashed: isDashed)))
    }

    mutating func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: Ink, width: Double = 1,
        isDashed: Bool = false
    ) {
        path(SVGText.line(x1, y1, x2, y2), stroke: stroke, width: width, isDashed: isDashed)
    }

    /// Draws lines from the top down, at each `x`.
    mutating func verticals(_ x: [Double], _ top: Double, _ height: Double, _ stroke: Ink = .line) {
        let lines = x.map { "M\(SVGText.format($0)) \(SVGText.format(top))v\(SVGText.format(height))" }
        if !lines.isEmpty { path(lines.joined(), stroke: stroke) }
    }

    mutating func marker(_ marker: Marker, _ x: Double, _ y: Double, _ ink: Ink = .figure, radius: Double = 5) {
        let isLine = marker.isLine
        path(
            marker.path(x, y, radius), fill: isLine ? nil : marker.isOpen ? .paper : ink,
            stroke: isLine || marker.isOpen ? ink : .paper, width: isLine || marker.isOpen ? 2 : 1)
    }

    // MARK: What all pictures have

    /// Draws the title, then the verdict if there is one, and what is counted.
    mutating func heading(_ title: String, _ subject: String, _ verdict: Verdict? = nil) {
        text(title, size: Canvas.titleSize, isBold: true)
        y += 2
        if let verdict { self.verdict(verdict) }
        head = (marks.count, y)
        if !subject.isEmpty { text(subject, ink: .muted) }
    }

    /// Draws a sign and the words that explain it; the sign takes the space before the words.
    mutating func key(_ words: String, ink: Ink = .muted, isBold: Bool = false, _ sign: (inout Canvas, Double) -> Void)
    {
        sign(&self, y + Canvas.lineHeight * Canvas.size / 2)
        text(words, isBold: isBold, ink: ink, indent: Canvas.keyWidth)
    }

    /// The width available to the sign of a key.
    static let keyWidth = 24.0
    /// The centre of the sign of a key.
    static let keyX = left + 8

    /// Draws the verdict, by shape as well as by word; `reading` says what it refers to.
    mutating func verdict(_ verdict: Verdict, of reading: String? = nil) {
        let words = [reading, verdict.label[language]].compactMap { $0 }.joined(separator: ": ").capitalizedFirst
        key(words, ink: verdict.ink, isBold: true) { $0.sign(verdict, Canvas.keyX, $1) }
    }

    /// Draws the number of figures that are left out, if any, and returns the words.
    mutating func left(_ count: Int) -> String? {
        guard count > 0 else { return nil }
        let words = language.words.fill(.chartNotDrawn, ["count": language.format(count)])
        text(words, ink: .muted)
        return words
    }

    /// Draws the attribution and the licence, for a picture that has lost its surroundings, and returns the picture.
    mutating func finish(
        _ id: String, _ title: String, _ description: String, _ identity: Dataset.Identity
    ) -> Picture {
        let body = Picture.Body(marks: head.marks..<marks.count, top: head.y, bottom: y + 4)
        y += 10
        line(Canvas.left, y, right, y, .line)
        y += 6
        text(identity.attribution[language], size: Canvas.smallSize, ink: .muted)
        text("\(identity.id) \(identity.version) · \(identity.licence.id)", size: Canvas.smallSize, ink: .muted)
        return Picture(
            id: form == .wide ? id + "-wide" : id, language: language, form: form, title: title,
            description: description, height: (y + Canvas.margin).rounded(.up), marks: marks, body: body)
    }
}
