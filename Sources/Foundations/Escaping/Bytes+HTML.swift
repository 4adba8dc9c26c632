extension [UInt8] {
    /// Adds text to an HTML document: as it is where it is markup, else as text in an element or an attribute in quotation
    /// marks.
    package mutating func append(_ text: String, isMarkup: Bool) {
        if isMarkup { append(contentsOf: text.utf8) } else { append(escaping: text) }
    }

    /// Adds text with everything that would be markup as character references.
    package mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for place in bytes.indices {
                let reference: StaticString
                switch bytes[place] {
                case UInt8(ascii: "&"): reference = "&amp;"
                case UInt8(ascii: "<"): reference = "&lt;"
                case UInt8(ascii: ">"): reference = "&gt;"
                case UInt8(ascii: "\""): reference = "&quot;"
                case UInt8(ascii: "'"): reference = "&#39;"
                default: continue
                }
                append(contentsOf: bytes[start..<place])
                append(reference)
                start = place + 1
            }
            append(contentsOf: bytes[start...])
        }
    }
}
