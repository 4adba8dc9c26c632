import Archive
import Foundations
package import Wording

/// A chart laid out as SVG, with text of size 13: narrow, so that it is legible on a phone 320 pixels wide, or wide, for a
/// page that has room.
///
/// The same records always give the same bytes. For those who cannot see it, its description says all that it shows.
package struct Picture {
    /// How wide it is laid out; a page shows the one that it has room for, with text as large as its own.
    package enum Form: String, CaseIterable, Sendable {
        /// 360 units.
        case narrow
        /// 640 units; what a mark is of stands beside it.
        case wide

        /// In units of the picture, like all measures here.
        package var width: Double { self == .wide ? 640 : 360 }
        /// From the left edge of what is drawn to the right one.
        var span: ClosedRange<Double> { Canvas.margin...width - Canvas.margin }
    }

    /// The prefix of ids inside the SVG, which must differ between pictures on the same page.
    package let id: String
    package let language: Language
    package let form: Form
    package let title: String
    package let description: String
    /// The height in units of the picture.
    package let height: Double
    package let marks: [Mark]
    package let body: Body

    /// The part used on a web page, which has the title, the verdict, the attribution and the licence around it.
    package struct Body {
        package let marks: Range<Int>
        let top, bottom: Double

        package var height: Double { max(1, bottom - top) }
    }

    /// The body, for a web page that sets its colours by custom properties such as `--p-ink`; otherwise it is light. It
    /// has no style, which the page's content security policy would block, no background and hardly any margin.
    package var inline: String { svg(in: .auto, isFile: false) }

    /// Returns both forms for a web page, whose style shows one of them; nil if there is nothing to draw.
    package static func inline(_ draw: (Form) -> Picture?) -> String? {
        guard let wide = draw(.wide), let narrow = draw(.narrow) else { return nil }
        return wide.inline + narrow.inline
    }

    /// Returns the picture as a file.
    package func standalone(_ theme: Theme) -> String { svg(in: theme, isFile: true) }

    private func svg(in theme: Theme, isFile: Bool) -> String {
        // In a file with the theme `auto`, the colours are the light ones; its style makes them dark.
        let colors = isFile && theme == .auto ? .light : theme
        let name = XMLText.escape(id)
        let scale = 4.0 / 3
        let size = SVGText.format
        var text = "<svg xmlns=\"http://www.w3.org/2000/svg\""
        text += " \(isFile ? "xml:lang" : "lang")=\"\(language.rawValue)\" "
        text += "class=\"picture\(form == .wide ? " wide" : "")\""
        let (x, y) = isFile ? (0, 0) : (Canvas.margin - 2, body.top)
        let (width, height) = isFile ? (form.width, height) : (form.width - 2 * x, body.height)
        // Lines without a letter would otherwise run as the page does.
        if language.isRightToLeft { text += " direction=\"ltr\"" }
        text += " viewBox=\"\(size(x)) \(size(y)) \(size(width)) \(size(height))\""
        text += " width=\"\(size((width * scale).rounded()))\" height=\"\(size((height * scale).rounded()))\""
        text += " role=\"img\" aria-labelledby=\"\(name)-title \(name)-desc\""
        text += " font-family=\"system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif\""
        text += " font-size=\"\(size(Canvas.size))\" fill=\"\(Ink.ink.color(in: colors))\">"
        text += "<title id=\"\(name)-title\">\(XMLText.escape(title))</title>"
        text += "<desc id=\"\(name)-desc\">\(XMLText.escape(description))</desc>"
        if isFile {
            if theme == .auto { text += "<style>\(Ink.style)</style>" }
            let ground = Mark.Path(d: SVGText.rectangle(0, 0, form.width, height), fill: .paper)
            text += ground.svg(in: colors)
        }
        let shown = isFile ? marks[...] : marks[body.marks.clamped(to: marks.indices)]
        for mark in shown { text += mark.svg(in: colors, language) }
        return text + "</svg>"
    }
}

extension Mark {
    /// Returns the SVG element.
    fileprivate func svg(in theme: Theme, _ language: Language) -> String {
        switch self {
        case .text(let line): line.svg(in: theme, language)
        case .path(let path): path.svg(in: theme)
        }
    }
}

extension Mark.Line {
    /// Returns the element. A line from right to left starts at its right edge, and stands where one from left to right
    /// would.
    fileprivate func svg(in theme: Theme, _ language: Language) -> String {
        let isRightToLeft = language.isRightToLeft(text)
        let anchor = isRightToLeft ? self.anchor.reversed : self.anchor
        var element = "<text x=\"\(SVGText.format(x))\" y=\"\(SVGText.format(y))\""
        if size != Canvas.size { element += " font-size=\"\(SVGText.format(size))\"" }
        if isBold { element += " font-weight=\"600\"" }
        if isRightToLeft { element += " direction=\"rtl\" unicode-bidi=\"embed\"" }
        if anchor != .start { element += " text-anchor=\"\(anchor.rawValue)\"" }
        if ink != .ink { element += " fill=\"\(ink.color(in: theme))\"" }
        if hasHalo {
            element += " paint-order=\"stroke\" stroke=\"\(Ink.paper.color(in: theme))\" stroke-width=\"4\""
            element += " stroke-linejoin=\"round\""
        }
        return element + ">\(XMLText.escape(text))</text>"
    }
}

extension Mark.Path {
    fileprivate func svg(in theme: Theme) -> String {
        var element = "<path d=\"\(d)\" fill=\"\(fill?.color(in: theme) ?? "none")\""
        if let stroke {
            element += " stroke=\"\(stroke.color(in: theme))\""
            if width != 1 { element += " stroke-width=\"\(SVGText.format(width))\"" }
            if isDashed { element += " stroke-dasharray=\"5 4\"" }
        }
        return element + "/>"
    }
}
