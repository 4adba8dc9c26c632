/// FNV-1a over bytes, 64 bits: the same in every process, unlike `Hasher`. It tells versions apart, and guards against
/// nobody.
struct Digest: Hashable, Sendable {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }

    /// Adds a text and an end mark that no text contains, so that "ab", "c" differs from "a", "bc".
    mutating func add(_ text: String) {
        add(text.utf8)
        add(CollectionOfOne(0xff))
    }

    /// 16 digits.
    var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
