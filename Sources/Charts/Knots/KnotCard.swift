import Evidence
import Wording

/// What stands in the box of a statistic, broken into lines: its title, and its figures with their sources.
struct KnotCard {
    private struct Row {
        let figure: [String]
        let sources: [String]
        let isMember: Bool
    }

    private static let mostFigures = 4
    private static let padding = 7.0
    /// The space above a figure, and between a figure and its frame.
    private static let gap = 4.0
    private static let frame = (x: 5.0, y: 3.0)
    /// The least width of what stands beside a figure.
    private static let leastRoom = 70.0
    private static let lineHeight = Canvas.lineHeight * Canvas.size

    private let width: Double
    private let title: [String]
    private let rows: [Row]
    /// Where the sources begin, from the left edge; nil if below their figures.
    private let sources: Double?
    /// How many figures have no room.
    let left: Int

    init(_ node: KnotChart.Node, width: Double, _ language: Language) {
        self.width = width
        let inner = width - 2 * KnotCard.padding
        title = KnotCard.wrap(node.statistic.title[language], to: inner, most: 4)
        let shown = node.figures.prefix(KnotCard.mostFigures)
        left = node.figures.count - shown.count
        let figures = shown.map { KnotCard.figure($0.text, inner) }
        let beside = KnotCard.padding + KnotCard.widest(figures.flatMap { $0 }) + 4 * KnotCard.frame.x
        let room = width - KnotCard.padding - beside
        sources = room >= KnotCard.leastRoom ? beside : nil
        let sourcesWidth = room >= KnotCard.leastRoom ? room : inner - 2 * KnotCard.frame.x
        let allowed = node.allowed.map { language.words[.weighAllowed] + ": " + $0 }
        rows =
            zip(figures, shown).map { lines, figure in
                let names = figure.sources.joined(separator: "; ")
                return Row(
                    figure: lines, sources: KnotCard.wrap(names, to: sourcesWidth, most: 3), isMember: figure.isMember)
            }
            + (allowed.map { [Row(figure: [], sources: KnotCard.wrap($0, to: inner, most: 3), isMember: false)] } ?? [])
    }

    /// Creates the card of a number that nobody states.
    init(number: String, width: Double) {
        self.width = width
        title = []
        rows = [Row(figure: KnotCard.figure(number, width - 2 * KnotCard.padding), sources: [], isMember: false)]
        sources = nil
        left = 0
    }

    private static func wrap(_ text: String, to width: Double, most: Int) -> [String] {
        TextAdvance.wrap(text, to: width, size: Canvas.size, most: most)
    }

    private static func figure(_ text: String, _ inner: Double) -> [String] {
        TextAdvance.wrap(text, to: inner - 2 * frame.x, size: Canvas.size, isBold: true, most: 2)
    }

    private static func widest(_ lines: [String]) -> Double {
        lines.map { TextAdvance.of($0, size: Canvas.size, isBold: true) }.max() ?? 0
    }

    var height: Double {
        let rows = rows.map { row -> Double in
            let figure = KnotCard.height(row.figure) + (row.figure.isEmpty ? 0 : 2 * KnotCard.frame.y)
            let sources = KnotCard.height(row.sources)
            return isBeside(row) ? max(figure, sources + KnotCard.frame.y) : figure + sources
        }
        return 2 * KnotCard.padding + KnotCard.height(title) + rows.reduce(0) { $0 + $1 + KnotCard.gap }
    }

    private static func height(_ lines: [String]) -> Double { Double(lines.count) * lineHeight }

    private func isBeside(_ row: Row) -> Bool { sources != nil && !row.figure.isEmpty }

    fileprivate func draw(on canvas: inout Canvas, _ x: Double, _ top: Double, _ bottom: Double) {
        canvas.path(SVGText.rectangle(x, top, width, bottom - top), fill: .paper, stroke: .muted)
        var y = top + KnotCard.padding
        let text = x + KnotCard.padding
        canvas.lines(title, text, &y)
        for row in rows {
            y += KnotCard.gap
            guard !row.figure.isEmpty else {
                canvas.lines(row.sources, text, &y, ink: .muted)
                continue
            }
            if row.isMember {
                canvas.frame(
                    text, y, KnotCard.widest(row.figure) + 2 * KnotCard.frame.x,
                    KnotCard.height(row.figure) + 2 * KnotCard.frame.y)
            }
            y += KnotCard.frame.y
            var beside = y
            canvas.lines(row.figure, text + KnotCard.frame.x, &y, isBold: true)
            y += KnotCard.frame.y
            if let sources {
                canvas.lines(row.sources, x + sources, &beside, ink: .muted)
                y = max(y, beside)
            } else {
                canvas.lines(row.sources, text + KnotCard.frame.x, &y, ink: .muted)
            }
        }
    }
}

extension Canvas {
    /// Draws a card in its box.
    mutating func draw(_ card: KnotCard, _ x: Double, _ top: Double, _ bottom: Double) {
        card.draw(on: &self, x, top, bottom)
    }

    /// Draws the frame of a figure that is in a conflict.
    mutating func frame(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        path(SVGText.rectangle(x, y, width, height), stroke: .grave, width: 2)
    }

    /// Draws lines from `y` down, and moves it below them.
    fileprivate mutating func lines(
        _ lines: [String], _ x: Double, _ y: inout Double, isBold: Bool = false, ink: Ink = .ink
    ) {
        for line in lines {
            label(Mark.Line(text: line, x: x, y: y + Canvas.ascent * Canvas.size, isBold: isBold, ink: ink))
            y += Canvas.lineHeight * Canvas.size
        }
    }
}
