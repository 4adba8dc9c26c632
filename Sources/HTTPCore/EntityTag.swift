/// An entity tag (RFC 9110 section 8.8.3).
package struct EntityTag: Sendable, Equatable, CustomStringConvertible {
    /// The text between the quotes.
    let opaque: [UInt8]
    /// Whether the tag is weak, marked `W/`.
    package let isWeak: Bool

    /// Creates a tag from `opaque`, given without quotes; nil if it contains a quote, a space or a control character.
    package init?(_ opaque: String, isWeak: Bool = false) {
        guard opaque.utf8.allSatisfy({ $0 > 0x20 && $0 != Byte.quote && $0 != 0x7F }) else { return nil }
        self.opaque = Array(opaque.utf8)
        self.isWeak = isWeak
    }

    /// The tag as written in the ETag field.
    package var description: String {
        (isWeak ? "W/\"" : "\"") + String(decoding: opaque, as: UTF8.self) + "\""
    }

    /// Whether `list`, the value of If-Match or If-None-Match, is `*` or names this tag. With `strongly`, both tags
    /// must be strong (RFC 9110 section 8.8.3.2). Everything from the first malformed member on is ignored.
    func isNamed(in list: Span<UInt8>, strongly: Bool) -> Bool {
        if list.equals("*") { return true }
        var index = 0
        while true {
            while index < list.count, list[index].isWhitespace || list[index] == Byte.comma { index += 1 }
            var isWeakMember = false
            if index + 1 < list.count, list[index] == UInt8(ascii: "W"), list[index + 1] == Byte.slash {
                isWeakMember = true
                index += 2
            }
            guard index < list.count, list[index] == Byte.quote,
                let end = list.firstIndex(of: Byte.quote, in: index + 1..<list.count)
            else { return false }
            if end - index - 1 == opaque.count, !strongly || !(isWeak || isWeakMember) {
                var matched = 0
                while matched < opaque.count, list[index + 1 + matched] == opaque[matched] { matched += 1 }
                if matched == opaque.count { return true }
            }
            index = end + 1
        }
    }
}
