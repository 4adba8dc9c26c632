import Foundations

extension String {
    /// Whether a letter from right to left may be in it. Most texts are in Latin letters, and say so: in UTF-8, none of their
    /// characters begins with these bytes, nor do dashes and quotation marks.
    var mayHaveRightToLeft: Bool {
        utf8.withContiguousStorageIfAvailable { text in
            text.span.first(in: 0..<text.count, where: { $0.mayBeginRightToLeft }, mayBeIn: { $0.hasOther })
                < text.count
        } ?? utf8.contains { $0.mayBeginRightToLeft }
    }
}

extension UInt8 {
    fileprivate var mayBeginRightToLeft: Bool { (0xD6...0xE0).contains(self) || (0xEF...0xF0).contains(self) }
}

extension UInt64 {
    /// Whether one of the eight bytes is none of ASCII.
    fileprivate var hasOther: Bool { self & UInt8(0x80).block != 0 }
}
