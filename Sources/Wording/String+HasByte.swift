extension String {
    /// Whether a byte of its UTF-8 is so. It looks at all of them at once, where `utf8.contains` takes one after another out of
    /// the string.
    @inline(__always)
    func hasByte(_ isSo: (UInt8) -> Bool) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.contains(where: isSo) } ?? utf8.contains(where: isSo)
    }
}
