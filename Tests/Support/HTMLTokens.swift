import Foundation

/// The parts of an HTML document that is written well: tags, comments, text, and the raw text of scripts and styles.
package struct HTMLTokens {
    package struct Tag {
        package let name: String
        /// Names in lower case, values decoded.
        package let attributes: [(name: String, value: String)]
        /// What stands up to the end tag, of a script or a style.
        package var raw = ""
    }

    package private(set) var tags: [Tag] = []
    package private(set) var comments: [String] = []
    /// All text, decoded.
    package private(set) var text = ""

    private var rest: Substring.UnicodeScalarView

    package init(_ document: String) {
        rest = Substring(document).unicodeScalars
        while let scalar = rest.first {
            if scalar == "<" { markup() } else { text += Self.decoded(String(take { $0 != "<" })) }
        }
    }

    private mutating func markup() {
        rest.removeFirst()
        if Substring(rest).hasPrefix("!--") {
            comments.append(skip(past: "-->"))
        } else if rest.first == "!" {
            _ = skip(past: ">")
        } else if rest.first == "/" {
            _ = skip(past: ">")
        } else if let first = rest.first, first.properties.isAlphabetic {
            tag()
        } else {
            text += "<"
        }
    }

    private mutating func tag() {
        let name = take { !Self.isSpace($0) && $0 != ">" && $0 != "/" }.lowercasedText
        var attributes: [(name: String, value: String)] = []
        while let next = rest.first, next != ">" {
            if Self.isSpace(next) || next == "/" {
                rest.removeFirst()
                continue
            }
            let name = take { !Self.isSpace($0) && $0 != "=" && $0 != ">" && $0 != "/" }.lowercasedText
            _ = take(while: Self.isSpace)
            guard rest.first == "=" else {
                attributes.append((name, ""))
                // A name can begin with `=`: without this, nothing would be taken.
                continue
            }
            rest.removeFirst()
            _ = take(while: Self.isSpace)
            attributes.append((name, Self.decoded(value())))
        }
        if !rest.isEmpty { rest.removeFirst() }
        var tag = Tag(name: name, attributes: attributes)
        if ["script", "style"].contains(name) { tag.raw = skip(past: "</\(name)>") }
        if ["title", "textarea"].contains(name) { text += Self.decoded(skip(past: "</\(name)>")) }
        tags.append(tag)
    }

    private mutating func value() -> String {
        guard let quote = rest.first, quote == "\"" || quote == "'" else {
            return String(take { !Self.isSpace($0) && $0 != ">" })
        }
        rest.removeFirst()
        let value = String(take { $0 != quote })
        if !rest.isEmpty { rest.removeFirst() }
        return value
    }

    private mutating func take(while holds: (Unicode.Scalar) -> Bool) -> Substring.UnicodeScalarView {
        let taken = rest.prefix(while: holds)
        rest = rest[taken.endIndex...]
        return taken
    }

    /// What stands before the end, without regard to case.
    private mutating func skip(past end: String) -> String {
        let text = Substring(rest)
        guard let range = text.range(of: end, options: .caseInsensitive) else {
            rest = rest[rest.endIndex...]
            return String(text)
        }
        rest = text[range.upperBound...].unicodeScalars
        return String(text[..<range.lowerBound])
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { " \t\n\r\u{C}".unicodeScalars.contains(scalar) }

    /// The references that our pages write.
    private static func decoded(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")].reduce(text) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}

extension Substring.UnicodeScalarView {
    fileprivate var lowercasedText: String { String(self).lowercased() }
}
