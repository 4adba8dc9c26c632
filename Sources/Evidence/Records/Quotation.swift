/// The words of a source, in its own language, where its licence allows them to stand here.
package struct Quotation: Hashable, Sendable {
    /// The most characters that a quotation has.
    package static let longest = 1_000

    package let text: String
    /// The language of the words, as a BCP 47 tag.
    package let language: String

    package init(_ text: String, in language: String) {
        self.text = text
        self.language = language
    }
}
