/// Bytes as ASCII has them.
extension UInt8 {
    /// The letter in lower case; every other byte unchanged.
    @inlinable package var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    /// Whether it is one of `0` to `9`.
    @inlinable package var isDigit: Bool { self &- 0x30 < 10 }

    /// Whether it is one of `A` to `Z` and `a` to `z`.
    @inlinable package var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// 0…15, or nil where the byte is no hexadecimal digit.
    @inlinable package var hexValue: UInt8? {
        if isDigit { return self &- 0x30 }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }

    /// Whether it is one of the unreserved characters of a URI (RFC 3986 section 2.3).
    @inlinable var isUnreserved: Bool { isMember(low: 0x03FF_6000_0000_0000, high: 0x47FF_FFFE_87FF_FFFE) }

    /// Whether it is in a set of ASCII with one bit a byte, `low` below 0x40 and `high` from there.
    @inlinable package func isMember(low: UInt64, high: UInt64) -> Bool {
        self < 0x80 && (self < 0x40 ? low : high) & (1 << UInt64(self & 0x3F)) != 0
    }
}
