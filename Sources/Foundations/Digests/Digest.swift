/// A 64-bit hash that is the same in every process, unlike that of `Hasher`. It tells versions apart, in entity tags
/// for example, but is not secure against deliberate collisions.
package struct Digest: Hashable, Sendable {
    /// An odd number without a pattern in its bits: multiplying by it spreads a difference to the higher bits.
    private static let factor: UInt64 = 0x9e37_79b9_7f4a_7c15

    package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    /// Adds bytes as one piece. The same bytes added in different pieces give a different digest.
    package mutating func add(_ bytes: some Sequence<UInt8>) {
        if bytes.withContiguousStorageIfAvailable({ add(UnsafeRawBufferPointer($0)) }) == nil {
            Array(bytes).withUnsafeBytes { add($0) }
        }
    }

    /// Adds contiguous bytes as one piece.
    package mutating func add(_ bytes: [UInt8]) {
        // The pointer does not escape the closure.
        bytes.withUnsafeBytes { add($0) }
    }

    /// Adds the UTF-8 of a text as one piece.
    package mutating func add(_ text: String) {
        var text = text
        // The pointer does not escape the closure.
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// Adds another digest.
    package mutating func add(_ digest: UInt64) {
        value = Digest.mixed(value, digest)
    }

    /// Adds eight bytes at a time, in four lanes whose multiplications do not wait for one another.
    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var lanes = (value, value &+ 1, value &+ 2, value &+ 3)
        let word = { (offset: Int) in
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        var offset = 0
        while bytes.count - offset >= 32 {
            lanes.0 = Digest.mixed(lanes.0, word(offset))
            lanes.1 = Digest.mixed(lanes.1, word(offset + 8))
            lanes.2 = Digest.mixed(lanes.2, word(offset + 16))
            lanes.3 = Digest.mixed(lanes.3, word(offset + 24))
            offset += 32
        }
        while bytes.count - offset >= 8 {
            lanes.0 = Digest.mixed(lanes.0, word(offset))
            offset += 8
        }
        let rest = bytes[offset...].reduce(0) { $0 << 8 | UInt64($1) }
        for word in [lanes.1, lanes.2, lanes.3, rest, UInt64(bytes.count)] {
            lanes.0 = Digest.mixed(lanes.0, word)
        }
        value = lanes.0
    }

    /// Combines two words. It is bijective in either argument, so that no difference is lost.
    @inline(__always)
    private static func mixed(_ value: UInt64, _ word: UInt64) -> UInt64 {
        let product = (value ^ word) &* factor
        return product ^ product >> 32
    }

    /// The digest in 16 lower-case digits.
    package var hexadecimal: String {
        let digits = stride(from: UInt64(60), through: 0, by: -4).map { shift in
            let digit = UInt8(value >> shift & 15)
            return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
