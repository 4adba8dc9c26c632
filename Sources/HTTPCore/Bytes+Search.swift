import Foundations

/// Looking for a byte, eight at a time: a head is looked through several times, and most of it is not what is sought.
extension Span where Element == UInt8 {
    /// The index of the first `byte` in `range`, which must lie within the span.
    func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        let index = first(in: range, where: { $0 == byte }, mayBeIn: { ($0 ^ byte.block).hasZero })
        return index < range.upperBound ? index : nil
    }

    /// The index of the first control but HTAB in `range`, which must lie within the span; its end where there is none.
    func firstForbiddenControl(in range: Range<Int>) -> Int {
        first(in: range, where: \.isForbiddenControl) { block in
            // HTAB is among them, and then looked at alone.
            block.hasLess(than: 0x20) || (block ^ UInt8(0x7F).block).hasZero
        }
    }

    /// The index of the first byte that is no visible ASCII in `range`, which must lie within the span; its end where
    /// there is none.
    func firstInvisible(in range: Range<Int>) -> Int {
        first(in: range, where: { $0 <= 0x20 || $0 >= 0x7F }) { block in
            block.hasLess(than: 0x21) || (block | (block &+ UInt8(1).block)) & UInt8(0x80).block != 0
        }
    }
}
