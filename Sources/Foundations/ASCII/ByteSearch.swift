/// Looking for a byte, eight at a time.
extension Span where Element == UInt8 {
    /// The index of the first byte in `range` that a JSON string cannot hold as it is (RFC 8259 section 7); its end where
    /// there is none.
    func firstToEscape(in range: Range<Int>) -> Int {
        first(in: range, where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) { block in
            block.hasLess(than: 0x20) || (block ^ UInt8(ascii: "\"").block).hasZero
                || (block ^ UInt8(ascii: "\\").block).hasZero
        }
    }

    /// The first in `range` that `isSought`. Blocks of eight bytes in which it cannot be are passed over.
    @inlinable @inline(__always) package func first(
        in range: Range<Int>, where isSought: (UInt8) -> Bool, mayBeIn: (UInt64) -> Bool
    ) -> Int {
        let part = extracting(range)
        let bytes = part.bytes
        var index = 0
        while index + 8 <= part.count {
            // Any eight bytes are a number, and the load is checked to lie within the span.
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

extension UInt8 {
    /// Eight of it.
    @inlinable package var block: UInt64 { UInt64(self) &* 0x0101_0101_0101_0101 }
}

extension UInt64 {
    /// Whether one of its eight bytes is zero.
    @inlinable package var hasZero: Bool { hasLess(than: 1) }

    /// Whether one of its eight bytes is less than `bound`, which is at most 128: only then does the subtraction borrow
    /// into a top bit that was clear.
    @inlinable package func hasLess(than bound: UInt8) -> Bool {
        (self &- bound.block) & ~self & UInt8(0x80).block != 0
    }
}

extension Span where Element == UInt8 {
    /// Compares byte for byte, case and all.
    package func equals(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for index in 0..<count where self[index] != other[index] { return false }
        return true
    }
}
