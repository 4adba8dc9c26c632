package import Evidence

extension Verdict {
    /// The sign of the verdict, which does not depend on colour: the same on pages and in pictures.
    package var sign: String {
        switch self {
        case .consistent: "="
        case .withinRounding: "≈"
        case .unresolved: "?"
        case .tension: "~"
        case .contradiction: "≠"
        }
    }

    var ink: Ink {
        switch self {
        case .consistent: .holds
        case .withinRounding: .near
        case .unresolved: .muted
        case .tension: .strain
        case .contradiction: .grave
        }
    }
}

extension Canvas {
    /// Draws the sign of a verdict around a point, in the shape that pages give it.
    mutating func sign(_ verdict: Verdict, _ x: Double, _ y: Double) {
        let radius = 8.0
        let square = SVGText.rectangle(x - radius, y - radius, 2 * radius, 2 * radius)
        let circle = Marker.ring.path(x, y, radius)
        switch verdict {
        case .contradiction: path(square, fill: verdict.ink)
        case .tension: path(circle, stroke: verdict.ink, width: 1.5, isDashed: true)
        case .withinRounding: path(circle, stroke: verdict.ink, width: 1.5)
        case .unresolved: path(square, stroke: verdict.ink, width: 1.5, isDashed: true)
        case .consistent: path(square, stroke: verdict.ink, width: 1.5)
        }
        label(
            Mark.Line(
                text: verdict.sign, x: x, y: y + 0.35 * Canvas.size,
                ink: verdict == .contradiction ? .paper : verdict.ink, anchor: .middle))
    }
}
