/// Text as HTML.
package enum HTMLText {
    package static func escape(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.append(escaping: text)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Returns one paragraph per line of `text`, escaped.
    package static func paragraphs(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { "<p>\(escape(String($0)))</p>" }.joined()
    }
}
