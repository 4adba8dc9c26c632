import Evidence

/// Fills that can be told apart in grey and without colour.
extension Canvas {
    /// Fills a rectangle as one of several parts, with the pattern for the part's index; as the whole if that is nil.
    mutating func fill(_ place: Int?, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        let rectangle = SVGText.rectangle(x, y, width, height)
        guard let place else { return path(rectangle, fill: .muted, stroke: .muted) }
        switch place % 4 {
        case 0: path(rectangle, fill: .figure, stroke: .figure)
        case 1:
            path(rectangle, fill: .band)
            hatch(x, y, width, height, .figure)
            path(rectangle, stroke: .figure)
        case 2:
            path(rectangle, fill: .paper)
            stripes(x, y, width, height, .figure)
            path(rectangle, stroke: .figure)
        default: path(rectangle, fill: .band, stroke: .figure)
        }
    }

    /// Draws what is missing or in excess: an outline with hatching in the opposite direction.
    mutating func gap(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ ink: Ink) {
        let rectangle = SVGText.rectangle(x, y, width, height)
        path(rectangle, fill: .paper)
        hatch(x, y, width, height, ink, spacing: 5, isFalling: true)
        path(rectangle, stroke: ink, width: 1.5)
    }

    /// Draws a striped bar from the low to the high end; one that is open has no edge, and an arrow.
    mutating func bar(_ interval: Interval, _ scale: NumberScale, _ y: Double) {
        let low = interval.low.map(scale.position) ?? scale.span.lowerBound
        let high = interval.high.map(scale.position) ?? scale.span.upperBound
        bar(from: low, to: high, y, isOpen: (interval.low == nil, interval.high == nil))
    }

    /// The same between two positions; it is wide enough for its stripes to be seen.
    mutating func bar(from low: Double, to high: Double, _ y: Double, isOpen: (low: Bool, high: Bool) = (false, false))
    {
        let (height, arrow) = (13.0, 8.0)
        let (left, right) = (low + (isOpen.low ? arrow : 0), high - (isOpen.high ? arrow : 0))
        let width = max(right - left, 7)
        let x = isOpen.low ? right - width : isOpen.high ? left : (left + right - width) / 2
        let (top, bottom) = (y - height / 2, y + height / 2)
        path(SVGText.rectangle(x, top, width, height), fill: .paper)
        // No stripe stands where an edge would.
        let inset = (low: isOpen.low ? arrow : 0, high: isOpen.high ? arrow : 0)
        stripes(x + inset.low, top, width - inset.low - inset.high, height, .figure)
        var edges = SVGText.line(x, top, x + width, top) + SVGText.line(x, bottom, x + width, bottom)
        if !isOpen.low { edges += SVGText.line(x, top, x, bottom) }
        if !isOpen.high { edges += SVGText.line(x + width, top, x + width, bottom) }
        path(edges, stroke: .figure, width: 1.5)
        if isOpen.low { self.arrow(x - arrow, y, -1) }
        if isOpen.high { self.arrow(x + width + arrow, y, 1) }
    }

    private mutating func hatch(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ ink: Ink, spacing: Double = 4,
        isFalling: Bool = false
    ) {
        var strokes = ""
        // Each stroke rises to the right from the bottom edge at `foot`, clipped to the left and right edges.
        for foot in stride(from: x - height + spacing, to: x + width, by: spacing) {
            let left = max(foot, x)
            let right = min(foot + height, x + width)
            guard right - left > 0.5 else { continue }
            let (low, high) = (y + height - (left - foot), y + height - (right - foot))
            strokes +=
                isFalling
                ? SVGText.line(left, 2 * y + height - low, right, 2 * y + height - high)
                : SVGText.line(left, low, right, high)
        }
        if !strokes.isEmpty { path(strokes, stroke: ink) }
    }

    private mutating func stripes(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ ink: Ink) {
        let strokes = stride(from: x + 4, to: x + width - 0.5, by: 4).map { SVGText.line($0, y, $0, y + height) }
        if !strokes.isEmpty { path(strokes.joined(), stroke: ink) }
    }
}
