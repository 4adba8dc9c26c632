/// FNV-1a over bytes, 64 bits: the same in every process, unlike `Hasher`. It tells versions apart, and guards against
/// nobody. Entity tags are made of it too.
package struct Digest: Hashable, Sendable {
    package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    package mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }

    /// Adds a text and an end mark that no text contains, so that "ab", "c" differs from "a", "bc".
    package mutating func add(_ text: String) {
        add(text.utf8)
        add(CollectionOfOne(0xff))
    }

    /// Adds another digest, its lowest byte first.
    package mutating func add(_ digest: UInt64) {
        add(stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: digest >> UInt64($0)) })
    }

    /// 16 digits.
    package var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
