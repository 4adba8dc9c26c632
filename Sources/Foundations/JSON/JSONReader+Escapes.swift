/// Escapes in strings (RFC 8259 section 7).
extension JSONReader {
    /// Reads an escape whose backslash is the current byte.
    mutating func escape() throws(JSONError) -> Unicode.Scalar {
        let start = position
        position += 2
        switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            var code = codeUnit()
            if let high = code, high & 0xFC00 == 0xD800 {
                code = nil
                if bytes[min(position, bytes.count)...].starts(with: "\\u".utf8) {
                    position += 2
                    code = codeUnit().flatMap { low in
                        low & 0xFC00 == 0xDC00 ? 0x10000 + (high & 0x3FF) << 10 + (low & 0x3FF) : nil
                    }
                }
            }
            if let scalar = code.flatMap(Unicode.Scalar.init) { return scalar }
        default: break
        }
        throw error(.escape, at: start)
    }

    /// Reads four hexadecimal digits.
    private mutating func codeUnit() -> UInt32? {
        guard position + 4 <= bytes.count else { return nil }
        defer { position += 4 }
        var code: UInt32 = 0
        for place in position..<position + 4 {
            guard let digit = bytes[place].hexValue else { return nil }
            code = code << 4 | UInt32(digit)
        }
        return code
    }
}
