/// A part of a template as written. Templates use a subset of Mustache, <https://mustache.github.io/mustache.5.html>.
package indirect enum TemplatePart: Sendable, Equatable {
    /// Text between tags.
    case literal([UInt8])
    /// A value: `{{name}}`, or `{{{name}}}` for text that is already markup. The name `.` stands for what a section is
    /// about.
    case value(TemplatePath, isMarkup: Bool)
    /// A value where no elements can be: in an attribute, or in an element that has only text.
    case attribute(TemplatePath)
    /// A section: `{{#name}}…{{/name}}` repeats for each value, and `{{^name}}…{{/name}}` is shown if there is none.
    case section(TemplatePath, isInverted: Bool, [TemplatePart])
    /// Another template: `{{>name}}`.
    case partial(String)
}

/// The name of a member, or of a member's member, such as `source.href`.
package struct TemplatePath: Sendable, Equatable, CustomStringConvertible {
    let first: String
    /// What follows the first dot; nil if there is none.
    let rest: String?

    init(_ text: String) {
        let dot = text == "." ? nil : text.firstIndex(of: ".")
        first = dot.map { String(text[..<$0]) } ?? text
        rest = dot.map { String(text[text.index(after: $0)...]) }
    }

    package var description: String { first + (rest.map { "." + $0 } ?? "") }
}
