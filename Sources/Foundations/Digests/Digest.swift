/// 64 bits of bytes: the same in every process, unlike `Hasher`. It tells versions apart, and guards against nobody.
/// Entity tags are made of it too.
package struct Digest: Hashable, Sendable {
    /// Odd, its bits without pattern: multiplied by it, a difference spreads upwards.
    private static let factor: UInt64 = 0x9e37_79b9_7f4a_7c15

    package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    /// Adds the bytes as one piece: the same bytes in other pieces give another digest.
    package mutating func add(_ bytes: some Sequence<UInt8>) {
        if bytes.withContiguousStorageIfAvailable({ add(UnsafeRawBufferPointer($0)) }) == nil {
            Array(bytes).withUnsafeBytes { add($0) }
        }
    }

    /// The same, of bytes that lie in a row.
    package mutating func add(_ bytes: [UInt8]) {
        // The pointer does not leave the closure.
        bytes.withUnsafeBytes { add($0) }
    }

    /// Adds a text.
    package mutating func add(_ text: String) {
        var text = text
        // The pointer does not leave the closure.
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// Adds another digest.
    package mutating func add(_ digest: UInt64) {
        value = Digest.mixed(value, digest)
    }

    /// Adds eight bytes at a time, in four lanes whose multiplications do not wait for each other.
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

    /// One-to-one in either argument, so that a difference is never lost.
    @inline(__always)
    private static func mixed(_ value: UInt64, _ word: UInt64) -> UInt64 {
        let product = (value ^ word) &* factor
        return product ^ product >> 32
    }

    /// 16 digits.
    package var hexadecimal: String {
        let digits = stride(from: UInt64(60), through: 0, by: -4).map { shift in
            let digit = UInt8(value >> shift & 15)
            return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
