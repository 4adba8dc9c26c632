/// Looking for an octet, eight at a time: a head is looked through several times, and most of it is not what is sought.
extension Span where Element == UInt8 {
    /// The index of the first `octet` in `range`, which must lie within the span.
    func firstIndex(of octet: UInt8, in range: Range<Int>) -> Int? {
        let index = first(in: range, where: { $0 == octet }, mayBeIn: { ($0 ^ octet.block).hasZero })
        return index < range.upperBound ? index : nil
    }

    /// The index of the first control but HTAB in `range`, which must lie within the span; its end where there is none.
    func firstForbiddenControl(in range: Range<Int>) -> Int {
        first(in: range, where: \.isForbiddenControl) { block in
            // HTAB is among them, and then looked at alone.
            block.hasLess(than: 0x20) || (block ^ UInt8(0x7F).block).hasZero
        }
    }

    /// The index of the first octet in `range` that a JSON string cannot hold as it is (RFC 8259 section 7); its end where
    /// there is none.
    func firstToEscape(in range: Range<Int>) -> Int {
        first(in: range, where: { $0 < 0x20 || $0 == Octet.quote || $0 == UInt8(ascii: "\\") }) { block in
            block.hasLess(than: 0x20) || (block ^ Octet.quote.block).hasZero
                || (block ^ UInt8(ascii: "\\").block).hasZero
        }
    }

    /// The index of the first octet that is no visible ASCII in `range`, which must lie within the span; its end where
    /// there is none.
    func firstInvisible(in range: Range<Int>) -> Int {
        first(in: range, where: { $0 <= 0x20 || $0 >= 0x7F }) { block in
            block.hasLess(than: 0x21) || (block | (block &+ UInt8(1).block)) & UInt8(0x80).block != 0
        }
    }

    /// The first in `range` that `isSought`. Blocks of eight octets in which it cannot be are passed over.
    @inline(__always)
    private func first(
        in range: Range<Int>, where isSought: (UInt8) -> Bool, mayBeIn: (UInt64) -> Bool
    ) -> Int {
        let octets = extracting(range)
        let bytes = octets.bytes
        var index = 0
        while index + 8 <= octets.count {
            // Any eight octets are a number, and the load is checked to lie within the span.
            let block = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            if mayBeIn(block) {
                for place in index..<index + 8 where isSought(octets[place]) { return range.lowerBound + place }
            }
            index += 8
        }
        while index < octets.count, !isSought(octets[index]) { index += 1 }
        return range.lowerBound + index
    }
}

extension UInt8 {
    /// Eight of it.
    fileprivate var block: UInt64 { UInt64(self) &* 0x0101_0101_0101_0101 }
}

extension UInt64 {
    /// Whether one of its eight octets is zero.
    fileprivate var hasZero: Bool { hasLess(than: 1) }

    /// Whether one of its eight octets is less than `bound`, which is at most 128: only then does the subtraction borrow
    /// into a top bit that was clear.
    fileprivate func hasLess(than bound: UInt8) -> Bool {
        (self &- bound.block) & ~self & UInt8(0x80).block != 0
    }
}
