/// A parser of templates. If the tag of a section or a partial is alone on its line, the whole line is removed.
package struct TemplateParser {
    /// What is wrong with a template, in a few words.
    package struct Fault: Error, Equatable {
        package let text: String
    }

    private let text: [UInt8]
    private var place = 0
    /// Where in the markup that place is.
    private var markup = TemplateMarkup()

    /// Returns the parts of the text in order.
    package static func parts(of text: [UInt8]) throws(Fault) -> [TemplatePart] {
        var parser = TemplateParser(text: text)
        return try parser.parts(of: nil)
    }

    private init(text: [UInt8]) { self.text = text }

    private struct Tag {
        /// The byte that says what the tag is: `#`, `^`, `/`, `>` or `{`; nil for a value.
        let sign: UInt8?
        let name: String
        let range: Range<Int>
    }

    private static let signs = Set("#^/>{".utf8)
    private static let brace = UInt8(ascii: "{")
    private static let newline = UInt8(ascii: "\n")

    /// How deep sections may stand in each other.
    private static let mostDepth = 32

    /// Parses up to and including the end of a section, or to the end of the text if `section` is nil.
    private mutating func parts(of section: String?, depth: Int = 0) throws(Fault) -> [TemplatePart] {
        guard depth <= TemplateParser.mostDepth else {
            throw Fault(text: "more than \(TemplateParser.mostDepth) sections stand in each other")
        }
        var parts: [TemplatePart] = []
        while let tag = try nextTag() {
            var range = tag.range
            if tag.sign != nil, tag.sign != TemplateParser.brace, let line = line(of: range) { range = line }
            if place < range.lowerBound {
                markup.read(text[place..<range.lowerBound])
                parts.append(.literal(Array(text[place..<range.lowerBound])))
            }
            place = range.upperBound
            switch tag.sign {
            case UInt8(ascii: "#"), UInt8(ascii: "^"):
                let inner = try self.parts(of: tag.name, depth: depth + 1)
                parts.append(
                    .section(TemplatePath(tag.name), isInverted: tag.sign == UInt8(ascii: "^"), inner))
            case UInt8(ascii: "/"):
                guard tag.name == section else { throw Fault(text: "“\(tag.name)” ends where it is not open") }
                return parts
            case UInt8(ascii: ">"): parts.append(.partial(tag.name))
            case TemplateParser.brace: parts.append(.value(TemplatePath(tag.name), isMarkup: true))
            default:
                let path = TemplatePath(tag.name)
                parts.append(markup.hasElements ? .value(path, isMarkup: false) : .attribute(path))
            }
        }
        if let section { throw Fault(text: "“\(section)” does not end") }
        if place < text.count { parts.append(.literal(Array(text[place...]))) }
        return parts
    }

    /// Returns the next tag; nil if there is none.
    private func nextTag() throws(Fault) -> Tag? {
        guard let start = firstPlace(of: "{{", from: place) else { return nil }
        var name = start + 2
        var sign: UInt8?
        if name < text.count, TemplateParser.signs.contains(text[name]) {
            sign = text[name]
            name += 1
        }
        let mark: StaticString = sign == TemplateParser.brace ? "}}}" : "}}"
        guard let end = firstPlace(of: mark, from: name) else { throw Fault(text: "a tag does not end") }
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") }
        let written = text[name..<end].drop(while: isBlank).reversed().drop(while: isBlank).reversed()
        let isName = !written.isEmpty && written.allSatisfy(\.isTemplateName)
        let text = String(decoding: written, as: UTF8.self)
        guard isName else { throw Fault(text: "“\(text)” is no name") }
        return Tag(sign: sign, name: text, range: start..<end + mark.utf8CodeUnitCount)
    }

    private func firstPlace(of mark: StaticString, from start: Int) -> Int? {
        let count = mark.utf8CodeUnitCount
        guard text.count - start >= count else { return nil }
        return mark.withUTF8Buffer { mark in
            (start...text.count - count).first { place in
                text[place] == mark[0] && text[place..<place + count].elementsEqual(mark)
            }
        }
    }

    /// Returns the whole line of a tag; nil if there is anything else on it.
    private func line(of tag: Range<Int>) -> Range<Int>? {
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let before = text[..<tag.lowerBound].lastIndex { !isBlank($0) }
        guard before.map({ text[$0] == TemplateParser.newline }) ?? true else { return nil }
        let after = text[tag.upperBound...].firstIndex { !isBlank($0) } ?? text.endIndex
        guard after < text.endIndex else { return (before.map { $0 + 1 } ?? 0)..<after }
        guard text[after] == TemplateParser.newline else { return nil }
        return (before.map { $0 + 1 } ?? 0)..<after + 1
    }
}

extension UInt8 {
    /// Whether this is a letter, a digit or a dot, as in the names of members, words and templates.
    fileprivate var isTemplateName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
