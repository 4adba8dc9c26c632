extension [UInt8] {
    /// Appends text to an HTML document: unchanged if it is markup, otherwise escaped for an element or a quoted
    /// attribute.
    package mutating func append(_ text: String, isMarkup: Bool) {
        if isMarkup { append(contentsOf: text.utf8) } else { append(escaping: text) }
    }

    /// Appends text with everything that would be markup as character references.
    package mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { append(escapingMarkup: $0) }
    }

    /// Appends UTF-8 with everything that would be markup as character references, copying runs that have none at once.
    package mutating func append(escapingMarkup text: UnsafeBufferPointer<UInt8>) {
        let span = text.span
        var start = 0
        while true {
            let place = span.firstMarkup(in: start..<text.count)
            append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
            guard place < text.count else { return }
            switch text[place] {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\""): append("&quot;")
            default: append("&#39;")
            }
            start = place + 1
        }
    }
}
