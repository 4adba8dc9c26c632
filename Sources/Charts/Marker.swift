/// Shapes that can be told apart without colour.
enum Marker: CaseIterable {
    case circle, square, triangle, diamond, ring, openSquare, openTriangle, openDiamond, cross, plus

    /// Whether it is drawn as an outline on paper.
    var isOpen: Bool {
        switch self {
        case .ring, .openSquare, .openTriangle, .openDiamond: true
        default: false
        }
    }

    /// Whether it consists of strokes that enclose no area.
    var isLine: Bool { self == .cross || self == .plus }

    /// Returns the path of the shape around a point.
    func path(_ x: Double, _ y: Double, _ radius: Double) -> String {
        let f = SVGText.format
        switch self {
        case .circle, .ring:
            let r = f(radius)
            return "M\(f(x - radius)) \(f(y))a\(r) \(r) 0 1 0 \(f(2 * radius)) 0a\(r) \(r) 0 1 0 \(f(-2 * radius)) 0z"
        case .square, .openSquare:
            let side = radius * 0.9
            return SVGText.rectangle(x - side, y - side, side * 2, side * 2)
        case .triangle, .openTriangle:
            let top = f(y - radius * 1.1)
            let base = f(y + radius * 0.8)
            return "M\(f(x)) \(top)L\(f(x + radius * 1.1)) \(base)L\(f(x - radius * 1.1)) \(base)z"
        case .diamond, .openDiamond:
            let r = radius * 1.2
            return "M\(f(x)) \(f(y - r))L\(f(x + r)) \(f(y))L\(f(x)) \(f(y + r))L\(f(x - r)) \(f(y))z"
        case .cross:
            let r = radius * 0.9
            return SVGText.line(x - r, y - r, x + r, y + r) + SVGText.line(x - r, y + r, x + r, y - r)
        case .plus:
            return SVGText.line(x - radius, y, x + radius, y) + SVGText.line(x, y - radius, x, y + radius)
        }
    }
}
