import Archive
import Evidence
import Wording

/// Statistics below one another, further to the right what others come to; beside them, the relations as lines from the parts to
/// the whole.
struct KnotPicture {
    private static let mostConflicts = 8
    /// The radius of the circle around a sign, and the least distance of two that are above one another.
    private static let radius = 9.0
    private static let portDistance = 2 * radius + 4
    private static let mostGutter = 120.0
    /// How far the last layer stands from the first.
    private static let indent = 84.0
    private static let gap = 12.0

    private struct Box {
        let top, bottom: Double
    }

    private let chart: KnotChart
    /// Those of the statistics, and after them those of numbers that a relation comes to.
    private let cards: [KnotCard]
    private let layout: KnotLayout
    private let laneDistance: Double
    private let left: [Double]
    private var canvas: Canvas
    private var language: Language { chart.language }
    private var words: Words { chart.language.words }

    init(_ chart: KnotChart, _ form: Picture.Form) {
        self.chart = chart
        var numbers: [String] = []
        let edges = chart.edges.map { edge -> KnotLayout.Edge in
            let from = edge.computed.compactMap(\.node)
            let to = edge.stated.compactMap(\.node).filter { !from.contains($0) }
            guard to.isEmpty else { return KnotLayout.Edge(from: from, to: to) }
            numbers.append(chart.text(of: edge.stated))
            return KnotLayout.Edge(from: from, to: [chart.nodes.count + numbers.count - 1])
        }
        layout = KnotLayout(nodes: chart.nodes.count + numbers.count, edges)
        canvas = Canvas(chart.language, form)
        let lanes = Double(layout.laneCount)
        laneDistance = min(2 * KnotPicture.radius + 4, (KnotPicture.mostGutter - 32) / max(lanes, 1))
        let gutter = lanes == 0 ? 0 : 2 * KnotPicture.radius + (lanes - 1) * laneDistance + 18
        let step = KnotPicture.indent / Double(max(layout.layerCount - 1, 1))
        left = layout.layers.map { Canvas.left + gutter + Double($0) * step }
        let width = canvas.right - (left.max() ?? Canvas.left)
        cards =
            chart.nodes.map { KnotCard($0, width: width, chart.language) }
            + numbers.map { KnotCard(number: $0, width: width) }
    }

    /// Returns the picture, with the given id.
    func picture(_ id: String) -> Picture {
        var layout = self
        return layout.draw(id)
    }

    private func lane(_ edge: Int) -> Double {
        Canvas.left + KnotPicture.radius + Double(layout.laneCount - 1 - layout.lanes[edge]) * laneDistance
    }

    private mutating func draw(_ id: String) -> Picture {
        canvas.heading(chart.title, "")
        canvas.y += 10
        // Edges are below the nodes, and need to know where these are.
        let boxes = boxes()
        for edge in chart.edges.indices.sorted(by: { layout.lanes[$0] < layout.lanes[$1] }) { draw(edge, boxes) }
        for (number, box) in boxes.enumerated() { canvas.draw(cards[number], left[number], box.top, box.bottom) }
        canvas.y = (boxes.map(\.bottom).max() ?? canvas.y) + KnotPicture.gap
        legend()
        let notes = [
            (chart.statisticsLeft, Word.knotStatisticsLeft), (chart.relationsLeft, .knotRelationsLeft),
        ].filter { $0.0 > 0 }.map { words.fill($0.1, ["count": language.format($0.0)]) }
        for note in notes { canvas.text(note, ink: .muted) }
        let hidden = canvas.left(cards.reduce(0) { $0 + $1.left })
        let told = [chart.description] + notes + [hidden].compactMap { $0 }
        return canvas.finish(id, chart.title, told.joined(separator: " "), chart.identity)
    }

    /// Where the cards stand, from the top down.
    private func boxes() -> [Box] {
        var boxes: [Int: Box] = [:]
        var y = canvas.y
        for number in layout.rows {
            let ports = Double(layout.ports[number].count) * KnotPicture.portDistance
            let bottom = y + max(cards[number].height, ports)
            boxes[number] = Box(top: y, bottom: bottom)
            y = bottom + KnotPicture.gap
        }
        return cards.indices.compactMap { boxes[$0] }
    }

    // MARK: Edges

    /// What stands on the line of each node: an operator, or at the first of those that are stated how it must stand to them.
    private func signs(of number: Int) -> [Int: String] {
        let edge = chart.edges[number]
        var signs: [Int: String] = [:]
        for term in edge.computed {
            if let node = term.node, signs[node] == nil { signs[node] = term.isShare ? "%" : term.sign }
        }
        // The sign of a share says that it is multiplied.
        if signs.values.contains("%") { signs = signs.mapValues { $0 == "×" ? "" : $0 } }
        // Addends are as good in any order.
        if signs.values.allSatisfy({ ["", "+"].contains($0) }) {
            for (place, node) in layout.rows.filter({ signs[$0] != nil }).enumerated() {
                signs[node] = place == 0 ? "" : "+"
            }
        }
        for (place, node) in layout.edges[number].to.enumerated() {
            signs[node] = place == 0 ? edge.sign.symbol : edge.stated.first { $0.node == node }?.sign
        }
        return signs
    }

    /// Draws the line of a relation over those that it crosses.
    private mutating func draw(_ number: Int, _ boxes: [Box]) {
        let edge = chart.edges[number]
        let signs = signs(of: number)
        let targets = Set(layout.edges[number].to)
        let (x, ink, width) = (lane(number), edge.ink, edge.width)
        let ends = layout.rows.filter { signs[$0] != nil }.map { node in
            (node: node, y: port(of: number, at: node, boxes[node]))
        }
        guard let first = ends.first, let last = ends.last else { return }
        if first.y < last.y {
            canvas.line(x, first.y - width / 2, x, last.y + width / 2, ink, width: width, isDashed: !edge.isCrossed)
        }
        for end in ends {
            let tip = left[end.node] - (targets.contains(end.node) ? 6 : 0)
            canvas.line(x + 6, end.y, tip, end.y, .paper, width: width + 6)
            canvas.line(x, end.y, tip, end.y, ink, width: width, isDashed: !edge.isCrossed)
        }
        for end in ends {
            if targets.contains(end.node) { canvas.arrow(left[end.node], end.y, 1, ink) }
            guard let sign = signs[end.node], !sign.isEmpty else { continue }
            canvas.sign(sign, x, end.y, ink, radius: KnotPicture.radius)
        }
    }

    private func port(of edge: Int, at node: Int, _ box: Box) -> Double {
        let ports = layout.ports[node]
        let place = Double(ports.firstIndex(of: edge) ?? 0)
        return (box.top + box.bottom) / 2 + (place - Double(ports.count - 1) / 2) * KnotPicture.portDistance
    }

    // MARK: Words

    private mutating func legend() {
        if !chart.edges.isEmpty { canvas.text(words[.knotReading], ink: .muted) }
        canvas.y += 2
        canvas.key(words[.weighConflicts] + ":") { $0.frame(Canvas.left, $1 - 7, 17, 14) }
        for conflict in chart.conflicts.prefix(KnotPicture.mostConflicts) {
            canvas.text(chart.text(of: conflict), indent: Canvas.keyWidth)
        }
        let left = chart.conflicts.count - KnotPicture.mostConflicts
        if left > 0 { canvas.text("… (\(language.format(left)))", indent: Canvas.keyWidth) }
        for isCrossed in [true, false] {
            guard let edge = chart.edges.first(where: { $0.isCrossed == isCrossed }) else { continue }
            canvas.key(words[isCrossed ? .knotCrossed : .knotUncrossed]) {
                $0.line(Canvas.left, $1, Canvas.left + 17, $1, edge.ink, width: edge.width, isDashed: !isCrossed)
            }
        }
    }
}

extension KnotChart.Edge {
    fileprivate var ink: Ink { isCrossed ? .grave : .muted }
    fileprivate var width: Double { isCrossed ? 3 : 1.5 }
}

extension Canvas {
    /// Draws a sign on a line.
    fileprivate mutating func sign(_ sign: String, _ x: Double, _ y: Double, _ ink: Ink, radius: Double) {
        path(Marker.circle.path(x, y, radius), fill: .paper, stroke: ink, width: 1.5)
        // The middle of a sign is that of a digit.
        let size = 15.0
        label(Mark.Line(text: sign, x: x, y: y + 0.36 * size, size: size, isBold: true, anchor: .middle))
    }
}
