extension String {
    /// Whether this comes before `other` in the order of their UTF-8 bytes.
    func precedes(_ other: String) -> Bool {
        let order = utf8.withContiguousStorageIfAvailable { bytes in
            other.utf8.withContiguousStorageIfAvailable { others in bytes.precede(others) }
        }
        return (order ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func precede(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        let common = Swift.min(count, other.count)
        while place < common, self[place] == other[place] { place += 1 }
        return place < common ? self[place] < other[place] : count < other.count
    }
}
