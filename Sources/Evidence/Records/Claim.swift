/// One figure that one source states.
package struct Claim: Hashable, Sendable {
    /// Whose word the source gives the figure as.
    package enum Attribution: String, CaseIterable, Sendable {
        case main
        case otherData = "other-data"
        case officialData = "official-data"
        case estimate
    }

    /// Which of a source's figures it stands by itself; a `deprecated` one is published and takes part in no check.
    package enum Rank: String, CaseIterable, Sendable {
        case preferred, normal, deprecated
    }

    package let id: String
    /// The id of the statistic that the claim answers.
    package let statistic: String
    /// A source's id.
    package let source: String
    package let quantity: Quantity
    /// The figure as printed.
    package let printed: String
    package let attribution: Attribution
    package let rank: Rank
    package let locator: Locator
    package let note: LocalizedText?

    /// Where the figure stands printed.
    package var citation: Citation { Citation(source: source, locator: locator, printed: [printed]) }

    package init(
        id: String, statistic: String, source: String, quantity: Quantity, printed: String,
        attribution: Attribution = .main, rank: Rank = .normal, locator: Locator = .printedToken,
        note: LocalizedText? = nil
    ) {
        self.id = id
        self.statistic = statistic
        self.source = source
        self.quantity = quantity
        self.printed = printed
        self.attribution = attribution
        self.rank = rank
        self.locator = locator
        self.note = note
    }
}
