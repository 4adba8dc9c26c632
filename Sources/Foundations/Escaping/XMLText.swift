/// Text as XML.
package enum XMLText {
    /// For content and for attributes in double quotes. Controls that XML has no place for become the replacement
    /// character.
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
    /// Whether it begins what `XMLText` does not leave as it is, or may: U+FFFE and U+FFFF begin with 0xEF.
    fileprivate var mayNeedEscape: Bool {
        switch self {
        case ..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0xEF: true
        default: false
        }
    }
}
