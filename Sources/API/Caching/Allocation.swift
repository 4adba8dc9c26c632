/// The actual size of allocations, which is more than was requested.
package enum Allocation {
    /// Returns the bytes taken by an allocation of `count`: one word more in steps of 16, or whole pages if it is
    /// large.
    package static func size(ofBytes count: Int) -> Int {
        let size = max((count + 8 + 15) & ~15, 32)
        return size < 128 << 10 ? size : (size + 4_095) & ~4_095
    }

    /// Returns the bytes that an array takes, however much of its capacity is in use.
    static func size(_ bytes: [UInt8]) -> Int { bytes.capacity == 0 ? 0 : size(ofBytes: header + bytes.capacity) }

    /// The size in bytes of what precedes the elements of an array.
    private static let header = 32
}
