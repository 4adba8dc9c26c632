/// Text as HTML.
enum HTMLText {
    static func escape(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }

    /// A paragraph for each line.
    static func paragraphs(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { "<p>\(escape(String($0)))</p>" }.joined()
    }
}
