extension String {
    /// Whether a byte of its UTF-8 is so. It looks at all of them at once, where `utf8.contains` takes one after another out of
    /// the string.
    @inline(__always)
    func hasByte(_ isSo: (UInt8) -> Bool) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.contains(where: isSo) } ?? utf8.contains(where: isSo)
    }

    /// Whether a letter from right to left may be in it. Most texts are in Latin letters, and say so: in UTF-8, none of their
    /// characters begins with these bytes, nor do dashes and quotation marks.
    var mayHaveRightToLeft: Bool { hasByte { (0xD6...0xE0).contains($0) || (0xEF...0xF0).contains($0) } }
}
