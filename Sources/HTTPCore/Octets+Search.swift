import Foundations

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

    /// The index of the first octet that is no visible ASCII in `range`, which must lie within the span; its end where
    /// there is none.
    func firstInvisible(in range: Range<Int>) -> Int {
        first(in: range, where: { $0 <= 0x20 || $0 >= 0x7F }) { block in
            block.hasLess(than: 0x21) || (block | (block &+ UInt8(1).block)) & UInt8(0x80).block != 0
        }
    }
}
