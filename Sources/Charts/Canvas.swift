import Archive
import Evidence
import Wording

/// Where a picture is laid out, from the top down.
struct Canvas {
    /// In units of the picture, as all measures here.
    static let width = 360.0
    static let margin = 12.0
    /// Of the text that is read; 11.5 pixels where the picture is 320 wide.
    static let size = 13.0
    static let titleSize = 16.0
    /// 11.1 pixels there: nothing is smaller.
    static let smallSize = 12.5
    /// From baseline to baseline, as a part of the size: no face that systems have is higher.
    static let lineHeight = 1.4
    /// The parts of the size above and below a baseline.
    static let ascent = 1.08
    static let descent = 0.3

    static let left = margin
    static let right = width - margin

    let language: Language
    private(set) var marks: [Mark] = []
    /// Under what has been laid out.
    var y = margin
    /// How many marks the title has, and where what is under it begins.
    private var head = (marks: 0, y: margin)

    init(_ language: Language) { self.language = language }

    // MARK: Text

    /// A paragraph over the whole width.
    mutating func text(
        _ text: String, size: Double = Canvas.size, isBold: Bool = false, ink: Ink = .ink, indent: Double = 0,
        most: Int = 8
    ) {
        let lines = TextAdvance.wrap(
            text, to: Canvas.right - Canvas.left - indent, size: size, isBold: isBold, most: most)
        for line in lines { self.line([(line, isBold, ink)], size: size, indent: indent) }
    }

    /// Pieces behind each other, each on the line that has room for it.
    mutating func run(_ pieces: [(text: String, isBold: Bool, ink: Ink)], indent: Double = 0) {
        var line: [(text: String, isBold: Bool, ink: Ink)] = []
        var used = indent
        for piece in pieces {
            let width = TextAdvance.of(piece.text, size: Canvas.size, isBold: piece.isBold)
            if used + width > Canvas.right - Canvas.left {
                if !line.isEmpty { self.line(line, indent: indent) }
                (line, used) = ([], indent)
            }
            if used + width > Canvas.right - Canvas.left {
                text(piece.text, isBold: piece.isBold, ink: piece.ink, indent: indent)
                continue
            }
            line.append(piece)
            used += width + Canvas.size * 0.8
        }
        if !line.isEmpty { self.line(line, indent: indent) }
    }

    /// One line, its pieces apart.
    private mutating func line(
        _ pieces: [(text: String, isBold: Bool, ink: Ink)], size: Double = Canvas.size, indent: Double
    ) {
        var x = Canvas.left + indent
        for piece in pieces {
            let line = Mark.Line(
                text: piece.text, x: x, y: y + Canvas.ascent * size, size: size, isBold: piece.isBold, ink: piece.ink)
            marks.append(.text(line))
            x += line.width + size * 0.8
        }
        y += Canvas.lineHeight * size
    }

    /// One line where it is wanted.
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

    /// Lines from the top down, at each `x`.
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

    /// The title with the verdict on it, where there is one, and what is counted.
    mutating func heading(_ title: String, _ subject: String, _ verdict: Verdict? = nil) {
        text(title, size: Canvas.titleSize, isBold: true)
        y += 2
        if let verdict { self.verdict(verdict) }
        head = (marks.count, y)
        if !subject.isEmpty { text(subject, ink: .muted) }
    }

    /// A sign and the words that it stands for; the sign takes the room before the words.
    mutating func key(_ words: String, ink: Ink = .muted, isBold: Bool = false, _ sign: (inout Canvas, Double) -> Void)
    {
        sign(&self, y + Canvas.lineHeight * Canvas.size / 2)
        text(words, isBold: isBold, ink: ink, indent: Canvas.keyWidth)
    }

    /// What the sign of a key may take.
    static let keyWidth = 24.0
    /// Where its middle is.
    static let keyX = left + 8

    /// The verdict, by shape as well as by word; `of` says what it is on.
    mutating func verdict(_ verdict: Verdict, of reading: String? = nil) {
        let words = [reading, verdict.label[language]].compactMap { $0 }.joined(separator: ": ").capitalizedFirst
        key(words, ink: verdict.ink, isBold: true) { canvas, y in
            canvas.marker(verdict.marker, Canvas.keyX, y, verdict.ink)
        }
    }

    /// How many figures are left out, where some are; returns the words.
    mutating func left(_ count: Int) -> String? {
        guard count > 0 else { return nil }
        let words = language.words.fill(.chartNotDrawn, ["count": language.format(count)])
        text(words, ink: .muted)
        return words
    }

    /// Whose work it is and under which terms, in a picture that has lost all around it. Returns the picture.
    mutating func finish(
        _ id: String, _ title: String, _ description: String, _ identity: Dataset.Identity
    ) -> Picture {
        let body = Picture.Body(marks: head.marks..<marks.count, top: head.y, bottom: y + 4)
        y += 10
        line(Canvas.left, y, Canvas.right, y, .line)
        y += 6
        text(identity.attribution[language], size: Canvas.smallSize, ink: .muted)
        text("\(identity.id) \(identity.version) · \(identity.licence.id)", size: Canvas.smallSize, ink: .muted)
        return Picture(
            id: id, language: language, title: title, description: description,
            height: (y + Canvas.margin).rounded(.up), marks: marks, body: body)
    }
}

extension String {
    /// With a capital at its beginning.
    package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Verdict {
    /// Its shape: the graver, the more edges.
    fileprivate var marker: Marker {
        switch self {
        case .consistent: .circle
        case .withinRounding: .ring
        case .unresolved: .openDiamond
        case .tension: .openTriangle
        case .contradiction: .cross
        }
    }

    fileprivate var ink: Ink { self == .contradiction || self == .tension ? .gap : .ink }
}
