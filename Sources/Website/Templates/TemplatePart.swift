/// A part of a template, as it is written: what this program takes of Mustache, <https://mustache.github.io/mustache.5.html>.
indirect enum TemplatePart: Sendable, Equatable {
    /// Text between tags.
    case literal([UInt8])
    /// `{{name}}`, or `{{{name}}}` for a text that is markup already; `.` is what a section is about.
    case value(TemplatePath, isMarkup: Bool)
    /// `{{#name}}…{{/name}}`: for each that there is; `{{^name}}…{{/name}}`: where there is none.
    case section(TemplatePath, isInverted: Bool, [TemplatePart])
    /// `{{>name}}`: another template.
    case partial(String)
}

/// The name of a member, or of a member of a member: `source.href`.
struct TemplatePath: Sendable, Equatable, CustomStringConvertible {
    let first: String
    /// What follows the first dot; nil where there is none.
    let rest: String?

    init(_ text: String) {
        let dot = text == "." ? nil : text.firstIndex(of: ".")
        first = dot.map { String(text[..<$0]) } ?? text
        rest = dot.map { String(text[text.index(after: $0)...]) }
    }

    var description: String { first + (rest.map { "." + $0 } ?? "") }
}
