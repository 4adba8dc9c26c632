import Archive

/// The purpose of a part of a picture, from which the theme determines its colour.
package enum Ink: String, CaseIterable {
    case ink, muted, line, paper
    /// What sources state.
    case figure
    /// What the words of sources allow.
    case band
    /// What does not fit, as the verdicts have it: a contradiction, a tension, what rounding explains, what holds.
    case grave, strain, near, holds

    /// Returns a colour, or the custom property with which a page sets it. The contrast with the paper is at least 4.5
    /// for text and 3 for shapes; blue and red can be told apart with every type of colour blindness.
    func color(in theme: Theme) -> String {
        switch theme {
        case .light: light
        case .dark: dark
        case .auto: "var(--p-\(rawValue),\(light))"
        }
    }

    private var light: String {
        switch self {
        case .ink: "#1d1d1b"
        case .muted: "#55534e"
        case .line: "#c9c6be"
        case .paper: "#ffffff"
        case .figure: "#0072b2"
        case .band: "#cfe3f0"
        case .grave: "#9c1c1c"
        case .strain: "#8a4b00"
        case .near: "#1a4f7a"
        case .holds: "#2c5f34"
        }
    }

    private var dark: String {
        switch self {
        case .ink: "#ecebe6"
        case .muted: "#b5b2aa"
        case .line: "#4b4d50"
        case .paper: "#16181b"
        case .figure: "#56b4e9"
        case .band: "#1f4560"
        case .grave: "#ff9d94"
        case .strain: "#f0b168"
        case .near: "#8ec5f0"
        case .holds: "#9ad3a2"
        }
    }

    /// The style of a file that follows the reader's system. The light colours are in the picture itself, so that
    /// programs without support for styles (word processors, converters) show it light.
    package static let style =
        "@media (prefers-color-scheme:dark){"
        + allCases.map { ink in
            "[fill=\"\(ink.light)\"]{fill:\(ink.dark)}[stroke=\"\(ink.light)\"]{stroke:\(ink.dark)}"
        }.joined() + "}"
}

/// One element of a drawing, in units of the picture.
package enum Mark {
    case text(Line)
    case path(Path)

    /// A line of text.
    package struct Line {
        enum Anchor: String {
            case start, middle, end

            /// The same edge of a line that runs the other way.
            var reversed: Anchor { self == .start ? .end : self == .end ? .start : .middle }
        }

        let text: String
        let x: Double
        /// The y coordinate of the baseline.
        let y: Double
        var size = Canvas.size
        var isBold = false
        var ink = Ink.ink
        var anchor = Anchor.start
        /// Whether it is drawn on top of lines that must not touch it.
        var hasHalo = false

        var width: Double { TextAdvance.of(text, size: size, isBold: isBold) }

        /// The area that the text covers in any face: left, top, right, bottom.
        var box: (left: Double, top: Double, right: Double, bottom: Double) {
            let left =
                switch anchor {
                case .start: x
                case .middle: x - width / 2
                case .end: x - width
                }
            return (left, y - Canvas.ascent * size, left + width, y + Canvas.descent * size)
        }
    }

    package struct Path {
        /// The value of the attribute `d`.
        let d: String
        var fill: Ink?
        var stroke: Ink?
        var width = 1.0
        var isDashed = false
    }
}
