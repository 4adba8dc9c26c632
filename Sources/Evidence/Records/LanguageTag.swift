/// A language, identified by its BCP 47 tag: `en`, `lt`, `sr-Latn`.
package struct LanguageTag: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package init(_ tag: String) { rawValue = tag }

    /// The language of the program itself: of its messages, of the descriptions of the API, and of its words around the
    /// texts of a dataset in a language for which it has none.
    package static let program = LanguageTag("en")

    /// Whether the text looks like a tag: two or three lowercase letters, then subtags of 2 to 8 letters or digits, of
    /// which any may follow a subtag of one, such as `de-x-old` (RFC 5646 section 2.1).
    package static func isTag(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let small = UInt8(ascii: "a")...UInt8(ascii: "z")
        guard let language = parts.first, (2...3).contains(language.count), language.allSatisfy(small.contains) else {
            return false
        }
        let isPart = parts.dropFirst().allSatisfy { part in
            (1...8).contains(part.count)
                && part.allSatisfy { small.contains($0 | 0x20) || (0x30...0x39).contains($0) }
        }
        // Something must follow what announces it.
        let isAnnounced = zip(parts.dropFirst(), parts.dropFirst(2)).allSatisfy { $0.count > 1 || $1.count > 1 }
        return isPart && isAnnounced && parts.last?.count != 1
    }
}
