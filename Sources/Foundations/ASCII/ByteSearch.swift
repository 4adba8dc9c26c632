/// Searches that look at eight bytes at a time.
extension Span where Element == UInt8 {
    /// Returns the index of the first byte in `range` that must be escaped in a JSON string (RFC 8259 section 7); the
    /// end of `range` if there is none.
    func firstToEscape(in range: Range<Int>) -> Int {
        first(in: range, where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) { block in
            block.hasLess(than: 0x20) || (block ^ UInt8(ascii: "\"").block).hasZero
                || (block ^ UInt8(ascii: "\\").block).hasZero
        }
    }

    /// Returns the index of the first `&`, `'`, `<`, `>` or `"` in `range`; the end of `range` if there is none.
    func firstMarkup(in range: Range<Int>) -> Int {
        // The first two and the next two differ in one bit each.
        first(in: range, where: { $0 & 0xFE == 0x26 || $0 & 0xFD == 0x3C || $0 == 0x22 }) { block in
            ((block & UInt8(0xFE).block) ^ UInt8(0x26).block).hasZero
                || ((block & UInt8(0xFD).block) ^ UInt8(0x3C).block).hasZero || (block ^ UInt8(0x22).block).hasZero
        }
    }

    /// Returns the index of the first ASCII digit in `range`; the end of `range` if there is none.
    package func firstDigit(in range: Range<Int>) -> Int {
        first(in: range, where: { $0 &- 0x30 < 10 }) { (($0 & UInt8(0xF0).block) ^ UInt8(0x30).block).hasZero }
    }

    /// Returns the index of the first byte in `range` for which `isSought` is true; the end of `range` if there is
    /// none. `mayBeIn` rules out blocks of eight bytes.
    @inlinable @inline(__always) package func first(
        in range: Range<Int>, where isSought: (UInt8) -> Bool, mayBeIn: (UInt64) -> Bool
    ) -> Int {
        let part = extracting(range)
        let bytes = part.bytes
        var index = 0
        while index + 8 <= part.count {
            // Any eight bytes make a number, and the load has been checked to lie within the span.
            let block = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            if mayBeIn(block) {
                for place in index..<index + 8 where isSought(part[place]) { return range.lowerBound + place }
            }
            index += 8
        }
        while index < part.count, !isSought(part[index]) { index += 1 }
        return range.lowerBound + index
    }
}

extension String {
    /// Whether its UTF-8 has a byte.
    package func hasByte(_ byte: UInt8) -> Bool {
        utf8.withContiguousStorageIfAvailable { text in
            text.span.first(in: 0..<text.count, where: { $0 == byte }, mayBeIn: { ($0 ^ byte.block).hasZero })
                < text.count
        } ?? utf8.contains(byte)
    }
}

extension UInt8 {
    /// Eight copies of this byte.
    @inlinable package var block: UInt64 { UInt64(self) &* 0x0101_0101_0101_0101 }
}

extension UInt64 {
    /// Whether one of the eight bytes is zero.
    @inlinable package var hasZero: Bool { hasLess(than: 1) }

    /// Whether one of the eight bytes is less than `bound`, which must be at most 128: only then does the subtraction
    /// borrow into a top bit that was clear.
    @inlinable package func hasLess(than bound: UInt8) -> Bool {
        (self &- bound.block) & ~self & UInt8(0x80).block != 0
    }
}

extension Span where Element == UInt8 {
    /// Whether both have the same bytes; case matters.
    package func equals(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for index in 0..<count where self[index] != other[index] { return false }
        return true
    }
}
