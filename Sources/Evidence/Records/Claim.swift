/// One figure that one source states.
///
/// Many readings hold the same claim, so it is a class, and all of them hold one pointer.
package final class Claim: SourcedClaim {
    /// The authority on which the source gives the figure.
    package enum Attribution: String, CaseIterable, Sendable {
        case main
        case otherData = "other-data"
        case officialData = "official-data"
        case estimate
    }

    /// Which of its figures a source itself stands by. A `deprecated` claim is published, but takes part in no check; nor does
    /// one that a reader gave up, a rank that stands in no dataset.
    package enum Rank: String, CaseIterable, Sendable {
        case preferred, normal, deprecated
        case givenUp = "given-up"

        package var takesPart: Bool { self == .preferred || self == .normal }
    }

    package let id: String
    /// The id of the statistic that the claim answers.
    package let statistic: String
    package let source: String
    package let quantity: Quantity
    /// The figure as printed.
    package let printed: String
    /// What the figures of the table are in, such as 1,000; nil where they are printed in full, or say it in words.
    package let scale: Int?
    package let attribution: Attribution
    package let rank: Rank
    package let locator: Locator
    package let note: LocalizedText?
    package let namedWitness, corrects: String?
    private let texts: PassageTexts?

    /// What the passage says, in the editor's own words.
    package var paraphrase: LocalizedText? { texts?.paraphrase }

    /// The words of the source itself.
    package var quotation: Quotation? { texts?.quotation }

    package var said: Quantity { quantity }

    /// The place where the figure is printed.
    package var citation: Citation {
        Citation(source: source, locator: locator, printed: [printed], paraphrase: paraphrase, quotation: quotation)
    }

    package init(
        id: String, statistic: String, source: String, quantity: Quantity, printed: String, scale: Int? = nil,
        attribution: Attribution = .main, rank: Rank = .normal, locator: Locator = .printedToken,
        note: LocalizedText? = nil, paraphrase: LocalizedText? = nil, quotation: Quotation? = nil,
        witness: String? = nil, corrects: String? = nil
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
        namedWitness = witness
        self.corrects = corrects
    }
}

extension Claim: Hashable {
    package static func == (left: Claim, right: Claim) -> Bool {
        left === right
            || left.id == right.id && left.statistic == right.statistic && left.source == right.source
                && left.quantity == right.quantity && left.printed == right.printed && left.scale == right.scale
                && left.attribution == right.attribution && left.rank == right.rank && left.locator == right.locator
                && left.note == right.note && left.texts == right.texts && left.namedWitness == right.namedWitness
                && left.corrects == right.corrects
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(statistic)
    }
}
