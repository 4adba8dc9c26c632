extension [UInt8] {
    /// Appends text to an HTML document: unchanged if it is markup, otherwise escaped for an element or a quoted
    /// attribute.
    package mutating func append(_ text: String, isMarkup: Bool) {
        if isMarkup { append(contentsOf: text.utf8) } else { append(escaping: text) }
    }

    /// Appends text with everything that would be markup as character references.
    package mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { append(escaping: $0[...]) }
    }

    /// Appends UTF-8 with everything that would be markup as character references.
    package mutating func append(escaping bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        let base = bytes.base
        var start = bytes.startIndex
        for place in bytes.indices {
            let reference: StaticString
            switch base[place] {
            case UInt8(ascii: "&"): reference = "&amp;"
            case UInt8(ascii: "<"): reference = "&lt;"
            case UInt8(ascii: ">"): reference = "&gt;"
            case UInt8(ascii: "\""): reference = "&quot;"
            case UInt8(ascii: "'"): reference = "&#39;"
            default: continue
            }
            append(contentsOf: base[start..<place])
            append(reference)
            start = place + 1
        }
        append(contentsOf: base[start..<bytes.endIndex])
    }
}
