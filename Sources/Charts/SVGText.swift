/// The parts of SVG that are written the same way everywhere.
enum SVGText {
    /// Formats a coordinate to one decimal at most: finer than any screen or printer, and the same on every machine.
    static func format(_ coordinate: Double) -> String {
        let tenths = (coordinate * 10).rounded()
        guard let whole = Int(exactly: tenths) else { return "0" }
        let sign = whole < 0 ? "-" : ""
        let (units, rest) = whole.magnitude.quotientAndRemainder(dividingBy: 10)
        return rest == 0 ? "\(sign)\(units)" : "\(sign)\(units).\(rest)"
    }

    /// Returns a rectangle as a path.
    static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
        "M\(format(x)) \(format(y))h\(format(width))v\(format(height))h\(format(-width))z"
    }

    /// Returns a line as a path.
    static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
        "M\(format(x1)) \(format(y1))L\(format(x2)) \(format(y2))"
    }
}
