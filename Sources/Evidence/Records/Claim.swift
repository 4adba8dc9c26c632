/// One figure that one source states.
package struct Claim: Hashable, Sendable {
    /// The authority on which the source gives the figure.
    package enum Attribution: String, CaseIterable, Sendable {
        case main
        case otherData = "other-data"
        case officialData = "official-data"
        case estimate
    }

    /// Which of its figures a source itself stands by. A `deprecated` claim is published, but takes part in no check.
    package enum Rank: String, CaseIterable, Sendable {
        case preferred, normal, deprecated
    }

    package let id: String
    /// The id of the statistic that the claim answers.
    package let statistic: String
    /// The id of the source.
    package let source: String
    package private(set) var quantity: Quantity
    /// The figure as printed.
    package let printed: String
    /// What the figures of the table are in, such as 1,000; nil where they are printed in full, or say it in words.
    package let scale: Int?
    package let attribution: Attribution
    package let rank: Rank
    package let locator: Locator
    package let note: LocalizedText?
    private let texts: PassageTexts?

    /// What the passage says, in the editor's own words.
    package var paraphrase: LocalizedText? { texts?.paraphrase }

    /// The words of the source itself.
    package var quotation: Quotation? { texts?.quotation }

    /// Returns the claim with its figure in another unit.
    package func converted(to target: Conversions.Target) -> Claim {
        var claim = self
        claim.quantity = quantity.converted(by: target.factor, to: target.unit)
        return claim
    }

    /// The place where the figure is printed.
    package var citation: Citation {
        Citation(source: source, locator: locator, printed: [printed], paraphrase: paraphrase, quotation: quotation)
    }

    package init(
        id: String, statistic: String, source: String, quantity: Quantity, printed: String, scale: Int? = nil,
        attribution: Attribution = .main, rank: Rank = .normal, locator: Locator = .printedToken,
        note: LocalizedText? = nil, paraphrase: LocalizedText? = nil, quotation: Quotation? = nil
    ) {
        self.id = id
        self.statistic = statistic
        self.source = source
        self.quantity = quantity
        self.printed = printed
        self.scale = scale
        self.attribution = attribution
        self.rank = rank
        self.locator = locator
        self.note = note
        texts = PassageTexts(paraphrase, quotation)
    }
}
