import Foundations

/// Searches that look at eight bytes at a time: a head is searched several times, and most of its bytes are not
/// matches.
extension Span where Element == UInt8 {
    /// Returns the index of the first `byte` in `range`, which must lie within the span.
    func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
        let index = first(in: range, where: { $0 == byte }, mayBeIn: { ($0 ^ byte.block).hasZero })
        return index < range.upperBound ? index : nil
    }

    /// Returns the index of the first control character other than HTAB in `range`, which must lie within the span; the
    /// end of `range` if there is none.
    func firstForbiddenControl(in range: Range<Int>) -> Int {
        first(in: range, where: \.isForbiddenControl) { block in
            // HTAB makes a block match too; the check byte by byte then passes over it.
            block.hasLess(than: 0x20) || (block ^ UInt8(0x7F).block).hasZero
        }
    }

    /// Returns the index of the first byte in `range` that is not visible ASCII (0x21…0x7E); the end of `range` if
    /// there is none. `range` must lie within the span.
    func firstInvisible(in range: Range<Int>) -> Int {
        first(in: range, where: { $0 <= 0x20 || $0 >= 0x7F }) { block in
            block.hasLess(than: 0x21) || (block | (block &+ UInt8(1).block)) & UInt8(0x80).block != 0
        }
    }
}
