/// A place in a source, with the short tokens printed there. The source's sentences stand here only in our words, or as
/// a quotation that its licence allows.
package struct Citation: Hashable, Sendable {
    /// The id of the source.
    package let source: String
    package let locator: Locator
    package let printed: [String]
    private let texts: PassageTexts?

    /// What stands there, in the editor's own words.
    package var paraphrase: LocalizedText? { texts?.paraphrase }

    /// The words of the source itself.
    package var quotation: Quotation? { texts?.quotation }

    package init(
        source: String, locator: Locator, printed: [String], paraphrase: LocalizedText? = nil,
        quotation: Quotation? = nil
    ) {
        self.source = source
        self.locator = locator
        self.printed = printed
        texts = PassageTexts(paraphrase, quotation)
    }
}
