/// Percent-encoding (RFC 3986 section 2.1).
package enum PercentEncoding {
    /// Encodes everything except the unreserved characters (RFC 3986 section 2.3), so that the result can serve as a
    /// path segment or as the name or value of a parameter. Characters in `kept` stay too: in the value of a parameter,
    /// `,:/` are allowed (RFC 3986 section 3.4) and easier to read.
    package static func encode(_ text: String, keeping kept: String = "") -> String {
        // Most texts need no encoding.
        if text.utf8.allSatisfy(\.isUnreserved) { return text }
        return encode(text) { $0.isUnreserved || kept.utf8.contains($0) }
    }

    /// Encodes everything except the bytes that are kept.
    package static func encode(_ text: String, unless isKept: (UInt8) -> Bool) -> String {
        if text.utf8.allSatisfy(isKept) { return text }
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            if isKept(byte) {
                encoded.append(byte)
            } else {
                encoded.append(contentsOf: [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)])
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
