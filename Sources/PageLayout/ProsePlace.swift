import Foundations

/// Where in the markup of a page a place is, as far as it matters for whether prose stands there.
struct ProsePlace {
    /// Elements in which nothing is prose, or nothing may be opened.
    private static let shut: Set<String> = [
        "a", "bdi", "blockquote", "button", "cite", "code", "dfn", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "label", "nav", "pre", "q", "script", "select", "style", "summary", "svg", "table", "textarea",
    ]
    /// Classes of elements whose text is a figure, a label or a printed token.
    private static let shutClasses: Set<String> = [
        "data", "figure", "finding-sum", "from", "kicker", "name", "place", "printed", "sum", "tag", "verdict",
    ]
    /// Elements without an end.
    private static let void: Set<String> = ["br", "hr", "img", "input", "link", "meta", "source", "wbr"]

    /// A paragraph, a list or an item of one.
    private struct Element {
        let name: String
        /// Whether the text in it is prose; of a list, whether that in its items is.
        let isProse: Bool
    }

    /// The paragraphs, lists and items that are open, innermost last.
    private var open: [Element] = []
    /// The element that shuts prose out, and how many of its name are open in each other.
    private var closed: (name: String, depth: Int)?

    /// Whether the text here is prose: in a paragraph, or in an item of a list without a class.
    var isProse: Bool {
        guard closed == nil, let inner = open.last else { return false }
        return inner.isProse && inner.name != "ul" && inner.name != "ol"
    }

    /// Reads on over a tag, given with its angle brackets.
    mutating func read(_ tag: ArraySlice<UInt8>) {
        let inner = tag.dropFirst().dropLast()
        let isEnd = inner.first == UInt8(ascii: "/")
        let letters = (isEnd ? inner.dropFirst() : inner).prefix { $0.isLetter || $0.isDigit }
        let name = String(decoding: letters, as: UTF8.self)
        guard inner.last != UInt8(ascii: "/"), !ProsePlace.void.contains(name) else { return }
        if let closed {
            guard closed.name == name else { return }
            let depth = closed.depth + (isEnd ? -1 : 1)
            self.closed = depth == 0 ? nil : (name, depth)
        } else if isEnd {
            if open.last?.name == name { open.removeLast() }
        } else if ProsePlace.shut.contains(name) || inner.shutsProseOut(ProsePlace.shutClasses) {
            closed = (name, 1)
        } else if name == "p" {
            open.append(Element(name: name, isProse: true))
        } else if name == "ul" || name == "ol" {
            open.append(Element(name: name, isProse: inner.value(of: " class=\"") == nil))
        } else if name == "li" {
            open.append(Element(name: name, isProse: open.last?.isProse ?? false))
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether the attributes of a tag say that its text is of one of the classes, in a language of its own, or not for all.
    fileprivate func shutsProseOut(_ classes: Set<String>) -> Bool {
        guard contains(UInt8(ascii: " ")) else { return false }
        let own = value(of: " class=\"").map { String(decoding: $0, as: UTF8.self) } ?? ""
        return own.split(separator: " ").contains { classes.contains(String($0)) }
            || value(of: " lang=\"") != nil || value(of: " aria-hidden=\"") != nil
    }

    /// Returns the value after the beginning of an attribute, which no value of another one can contain: there, quotation marks
    /// are character references.
    fileprivate func value(of beginning: StaticString) -> Self? {
        beginning.withUTF8Buffer { beginning in
            let starts = indices.dropLast(Swift.max(beginning.count - 1, 0))
            guard let start = starts.first(where: { self[$0...].starts(with: beginning) }) else { return nil }
            return self[(start + beginning.count)...].prefix { $0 != UInt8(ascii: "\"") }
        }
    }
}
