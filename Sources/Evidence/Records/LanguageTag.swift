/// A language, by its BCP 47 tag: `en`, `lt`, `sr-Latn`.
package struct LanguageTag: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package init(_ tag: String) { rawValue = tag }

    /// What the program itself speaks: its messages, the descriptions of the API, and its words around the texts of a
    /// dataset in a language that it has none for.
    package static let program = LanguageTag("en")

    /// Whether the text has the shape of a tag: two or three small letters, and subtags of two to eight letters or digits.
    package static func isTag(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let small = UInt8(ascii: "a")...UInt8(ascii: "z")
        return parts.enumerated().allSatisfy { place, part in
            place == 0
                ? (2...3).contains(part.count) && part.allSatisfy(small.contains)
                : (2...8).contains(part.count)
                    && part.allSatisfy { small.contains($0 | 0x20) || (0x30...0x39).contains($0) }
        }
    }
}
