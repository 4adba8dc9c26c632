/// What allocations take, as the system's allocator gives them: more than was asked for.
package enum Allocation {
    /// The bytes that an allocation of so many takes: a word beside it, in steps of 16; a large one in whole pages.
    package static func size(ofBytes count: Int) -> Int {
        let size = max((count + 8 + 15) & ~15, 32)
        return size < 128 << 10 ? size : (size + 4_095) & ~4_095
    }

    /// The bytes that an array takes, whatever part of them is in use.
    static func size(_ bytes: [UInt8]) -> Int { bytes.capacity == 0 ? 0 : size(ofBytes: header + bytes.capacity) }

    /// What stands before the elements of an array.
    private static let header = 32
}
