/// Bytes as ASCII characters.
extension UInt8 {
    /// The letter in lower case; any other byte unchanged.
    @inlinable package var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    /// Whether this is one of `0`…`9`.
    @inlinable package var isDigit: Bool { self &- 0x30 < 10 }

    /// Whether this is one of `A`…`Z` or `a`…`z`.
    @inlinable package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// The value of the hexadecimal digit, 0…15; nil for any other byte.
    @inlinable package var hexValue: UInt8? {
        if isDigit { return self &- 0x30 }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }

    /// Whether this is an unreserved character of URIs (RFC 3986 section 2.3).
    @inlinable package var isUnreserved: Bool { isMember(low: 0x03FF_6000_0000_0000, high: 0x47FF_FFFE_87FF_FFFE) }

    /// Whether the byte is in a set of ASCII characters given as bits: `low` for bytes below 0x40, `high` for those
    /// from there on.
    @inlinable package func isMember(low: UInt64, high: UInt64) -> Bool {
        self < 0x80 && (self < 0x40 ? low : high) & (1 << UInt64(self & 0x3F)) != 0
    }
}
