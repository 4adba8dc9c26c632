/// One figure that one source states.
package struct Claim: SourcedClaim {
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

    /// Many readings hold the same claim: all of them hold one pointer.
    private let record: Record

    private final class Record: Sendable {
        let id, statistic, source: String
        let quantity: Quantity
        let printed: String
        let scale: Int?
        let attribution: Attribution
        let rank: Rank
        let locator: Locator
        let note: LocalizedText?
        let texts: PassageTexts?
        let witness, corrects: String?

        init(
            id: String, statistic: String, source: String, quantity: Quantity, printed: String, scale: Int?,
            attribution: Attribution, rank: Rank, locator: Locator, note: LocalizedText?, texts: PassageTexts?,
            witness: String?, corrects: String?
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
            self.texts = texts
            self.witness = witness
            self.corrects = corrects
        }

        func isEqual(to other: Record) -> Bool {
            id == other.id && statistic == other.statistic && source == other.source && quantity == other.quantity
                && printed == other.printed && scale == other.scale && attribution == other.attribution
                && rank == other.rank && locator == other.locator && note == other.note && texts == other.texts
                && witness == other.witness && corrects == other.corrects
        }
    }

    package var id: String { record.id }
    /// The id of the statistic that the claim answers.
    package var statistic: String { record.statistic }
    /// The id of the source.
    package var source: String { record.source }
    package var quantity: Quantity { record.quantity }
    /// The figure as printed.
    package var printed: String { record.printed }
    /// What the figures of the table are in, such as 1,000; nil where they are printed in full, or say it in words.
    package var scale: Int? { record.scale }
    package var attribution: Attribution { record.attribution }
    package var rank: Rank { record.rank }
    package var locator: Locator { record.locator }
    package var note: LocalizedText? { record.note }

    /// What the passage says, in the editor's own words.
    package var paraphrase: LocalizedText? { record.texts?.paraphrase }

    /// The words of the source itself.
    package var quotation: Quotation? { record.texts?.quotation }

    package var namedWitness: String? { record.witness }
    package var corrects: String? { record.corrects }
    package var said: Quantity { record.quantity }

    /// Returns the claim with its figure in another unit.
    package func converted(to target: Conversions.Target) -> Claim {
        Claim(
            id: id, statistic: statistic, source: source,
            quantity: quantity.converted(by: target.factor, to: target.unit), printed: printed, scale: scale,
            attribution: attribution, rank: rank, locator: locator, note: note, paraphrase: paraphrase,
            quotation: quotation, witness: record.witness, corrects: corrects)
    }

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
        record = Record(
            id: id, statistic: statistic, source: source, quantity: quantity, printed: printed, scale: scale,
            attribution: attribution, rank: rank, locator: locator, note: note,
            texts: PassageTexts(paraphrase, quotation), witness: witness, corrects: corrects)
    }
}

extension Claim: Hashable {
    package static func == (left: Claim, right: Claim) -> Bool {
        left.record === right.record || left.record.isEqual(to: right.record)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(statistic)
    }
}
