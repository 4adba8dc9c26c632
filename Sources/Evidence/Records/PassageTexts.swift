/// What a passage says: in the editor's words, in its own, or both. Few passages have either, so that those that have
/// none pay for no more than a reference.
final class PassageTexts: Hashable, Sendable {
    let paraphrase: LocalizedText?
    let quotation: Quotation?

    /// Creates the texts; nil if there are none.
    init?(_ paraphrase: LocalizedText?, _ quotation: Quotation?) {
        if paraphrase == nil, quotation == nil { return nil }
        self.paraphrase = paraphrase
        self.quotation = quotation
    }

    static func == (left: PassageTexts, right: PassageTexts) -> Bool {
        left.paraphrase == right.paraphrase && left.quotation == right.quotation
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(paraphrase)
        hasher.combine(quotation)
    }
}
