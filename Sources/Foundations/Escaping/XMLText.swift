/// Text as XML.
package enum XMLText {
    /// Escapes text for content and for double-quoted attributes. Control characters that XML does not allow become
    /// U+FFFD.
    package static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: \.mayNeedEscape) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension UInt8 {
    /// Whether the byte starts a character that ``XMLText`` changes, or may change: U+FFFE and U+FFFF start with 0xEF.
    fileprivate var mayNeedEscape: Bool {
        switch self {
        case ..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0xEF: true
        default: false
        }
    }
}
