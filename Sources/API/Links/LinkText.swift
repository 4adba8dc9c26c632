package import HTTPCore

/// Finds the links to this service in a body and replaces them.
package struct LinkText: Sendable {
    /// What to do with a link.
    package enum Replacement {
        case kept
        case link(String)
        /// Replace it by null, in formats that have it.
        case nothing
    }

    /// A link in a body.
    package struct Found {
        /// The path with query and fragment.
        package let link: String
        /// Whether the body has it as an absolute URL, in which case its replacement should be one too.
        package let isAbsolute: Bool
        /// Whether it is all that stands in quotation marks or parentheses, as a string of JSON, an attribute of markup or
        /// a link of Markdown.
        let isQuoted: Bool
        /// What precedes it.
        fileprivate let before: ArraySlice<UInt8>

        /// The attributes of markup that have links.
        private static let attributes = ["href", "src", "action", "formaction", "data-pattern"].map {
            Array(" \($0)=\"".utf8)
        }

        /// Whether it is what an attribute of markup leads to.
        package var isAttribute: Bool {
            Found.attributes.contains { before.suffix($0.count).elementsEqual($0) }
        }

        /// Whether it is the value of a member of JSON with this name.
        func isMember(_ name: String) -> Bool {
            let key = Array("\"\(name)\":\"".utf8)
            return before.suffix(key.count).elementsEqual(key)
        }
    }

    /// Whether the body is JSON, in which a link is an entire string that is not the name of a member. In other formats
    /// a link ends at the first character that cannot be part of a URL.
    private let isJSON: Bool
    /// What precedes the path in absolute URLs, such as `https://akistata.example`; nil if those are to be left alone.
    private let origin: [UInt8]?

    package init(isJSON: Bool, origin: String? = nil) {
        self.isJSON = isJSON
        self.origin = origin.map { Array($0.utf8) }
    }

    /// Returns the body with every link replaced, chunk by chunk: no link lies in two.
    package func rewrite(_ body: Body, _ replacement: @escaping @Sendable (Found) -> Replacement) -> Body {
        guard body.count == nil else { return Body(body.chunks.map { rewrite($0, replacement) }) }
        return Body {
            let next = body.production
            return { next?().map { rewrite($0, replacement) } }
        }
    }

    /// Returns bytes with every link replaced.
    package func rewrite(_ body: [UInt8], _ replacement: (Found) -> Replacement) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(body.count + body.count / 8)
        var (index, done) = (0, 0)
        while index < body.count {
            guard let start = pathStart(in: body, at: index), let end = end(of: start, in: body) else {
                index += 1
                continue
            }
            let marks = index > 0 && end < body.count ? (body[index - 1], body[end]) : (0, 0)
            let isQuoted = marks == (0x22, 0x22) || marks == (0x28, 0x29)
            let found = Found(
                link: String(decoding: body[start..<end], as: UTF8.self), isAbsolute: start > index, isQuoted: isQuoted,
                before: body[..<index])
            switch replacement(found) {
            case .link(let other):
                output += body[done..<index]
                output += other.utf8
                done = end
            case .nothing where isJSON:
                // The quotation marks are replaced as well.
                output += body[done..<index - 1]
                output += "null".utf8
                done = end + 1
            case .nothing, .kept: break
            }
            index = end
        }
        guard done > 0 else { return body }
        output += body[done...]
        return output
    }

    /// Returns the start of the path in a link that starts at `index`; nil if there is no link.
    private func pathStart(in body: [UInt8], at index: Int) -> Int? {
        let isPath = body[index] == UInt8(ascii: "/")
        guard isPath || origin != nil && body[index] == UInt8(ascii: "h") else { return nil }
        let before = index == 0 ? UInt8(ascii: "\n") : body[index - 1]
        guard isJSON ? before == UInt8(ascii: "\"") : mayPrecede(before, body[..<index]) else { return nil }
        if isPath { return index }
        guard let origin, body[index...].starts(with: origin) else { return nil }
        let start = index + origin.count
        return start < body.count && body[start] == UInt8(ascii: "/") ? start : nil
    }

    /// Whether a link in text may follow the byte, which ends `text`: that is, a space, or what opens quotation, as in “/a”.
    private func mayPrecede(_ byte: UInt8, _ text: ArraySlice<UInt8>) -> Bool {
        if byte == UInt8(ascii: ";") { return LinkText.marks.contains { text.suffix($0.count).elementsEqual($0) } }
        if byte < 0x80 { return "\"'(>[{, \n\t".utf8.contains(byte) }
        return ["“", "„", "«", "‘", "‚"].contains { text.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    private func end(of start: Int, in body: [UInt8]) -> Int? {
        var (end, isTemplate) = (start, false)
        while end < body.count, LinkText.isOfURL(body[end]) {
            if body[end] == UInt8(ascii: "{") { isTemplate = true }
            // What closes a field of BibTeX, or a reference to a character that no URL has.
            if !isJSON, body[end] == UInt8(ascii: "}") && !isTemplate || isMark(in: body[end...]) { break }
            end += 1
        }
        guard isJSON else {
            while end > start + 1, ".,;:".utf8.contains(body[end - 1]) { end -= 1 }
            return end
        }
        guard end < body.count, body[end] == UInt8(ascii: "\"") else { return nil }
        return end + 1 < body.count && body[end + 1] == UInt8(ascii: ":") ? nil : end
    }

    /// What quotes in markup that is shown as text.
    private static let marks = ["&quot;", "&#39;", "&lt;", "&gt;"].map { Array($0.utf8) }

    private func isMark(in text: ArraySlice<UInt8>) -> Bool {
        text.first == UInt8(ascii: "&") && LinkText.marks.contains { text.starts(with: $0) }
    }

    private static func isOfURL(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-._~:/?#@!$&*+,;=%{}".utf8.contains(byte)
        }
    }
}
