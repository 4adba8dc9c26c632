/// A version of a dataset: three numbers, compared one after another (Semantic Versioning 2.0.0, section 11).
package struct Version: Hashable, Comparable, Sendable {
    /// The maximum length in bytes.
    private static let longest = 32

    package let text: String

    /// Parses a version; nil for anything but three numbers separated by dots, and for more than 32 bytes.
    package init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard text.utf8.count <= Version.longest, parts.count == 3,
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(digits.contains) })
        else { return nil }
        self.text = String(text)
    }

    /// Whether `left` is the earlier version. Numbers may have any length: of two without leading zeros, the longer is the
    /// greater.
    package static func < (left: Version, right: Version) -> Bool {
        left.numbers.lexicographicallyPrecedes(right.numbers)
    }

    /// For each number how many digits it has, then the digits.
    private var numbers: [Int] {
        text.split(separator: ".").flatMap { part in
            let digits = part.drop { $0 == "0" }
            return [digits.count] + digits.utf8.map(Int.init)
        }
    }
}
