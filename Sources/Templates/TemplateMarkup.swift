/// Where in the markup of a template a place is, as far as it matters for what can be written there.
struct TemplateMarkup {
    /// The elements whose content is only text.
    private static let textual: Set<String> = ["title", "option", "textarea", "script", "style"]

    /// The name of the tag that is open, as far as it has been read; nil outside of tags.
    private var tag: String?
    private var isNameRead = false
    /// Whether the place is in one of the elements that have only text.
    private var isTextual = false

    /// Whether there can be elements here.
    var hasElements: Bool { tag == nil && !isTextual }

    /// Reads on. In these templates, no attribute has an angle bracket.
    mutating func read(_ bytes: ArraySlice<UInt8>) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"): (tag, isNameRead) = ("", false)
            case UInt8(ascii: ">"):
                if let tag, TemplateMarkup.textual.contains(tag) { isTextual = true }
                if let tag, tag.first == "/", TemplateMarkup.textual.contains(String(tag.dropFirst())) {
                    isTextual = false
                }
                tag = nil
            case UInt8(ascii: " "), UInt8(ascii: "\n"): isNameRead = true
            default: if tag != nil, !isNameRead { tag?.unicodeScalars.append(Unicode.Scalar(byte)) }
            }
        }
    }
}
