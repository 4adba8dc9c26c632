/// One figure that one source states.
package struct Claim: Sendable {
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
        let attribution: Attribution
        let rank: Rank
        let locator: Locator
        let note: LocalizedText?

        init(
            id: String, statistic: String, source: String, quantity: Quantity, printed: String,
            attribution: Attribution, rank: Rank, locator: Locator, note: LocalizedText?
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

    package var id: String { record.id }
    /// The id of the statistic that the claim answers.
    package var statistic: String { record.statistic }
    /// The id of the source.
    package var source: String { record.source }
    package var quantity: Quantity { record.quantity }
    /// The figure as printed.
    package var printed: String { record.printed }
    package var attribution: Attribution { record.attribution }
    package var rank: Rank { record.rank }
    package var locator: Locator { record.locator }
    package var note: LocalizedText? { record.note }

    /// The place where the figure is printed.
    package var citation: Citation { Citation(source: source, locator: locator, printed: [printed]) }

    /// The figures among which it stands.
    package var strand: Strand { Strand(source: source, attribution: attribution) }

    package init(
        id: String, statistic: String, source: String, quantity: Quantity, printed: String,
        attribution: Attribution = .main, rank: Rank = .normal, locator: Locator = .printedToken,
        note: LocalizedText? = nil
    ) {
        record = Record(
            id: id, statistic: statistic, source: source, quantity: quantity, printed: printed,
            attribution: attribution, rank: rank, locator: locator, note: note)
    }
}

extension Claim: Hashable {
    package static func == (left: Claim, right: Claim) -> Bool {
        let (left, right) = (left.record, right.record)
        if left === right { return true }
        return left.id == right.id && left.statistic == right.statistic && left.source == right.source
            && left.quantity == right.quantity && left.printed == right.printed
            && left.attribution == right.attribution && left.rank == right.rank && left.locator == right.locator
            && left.note == right.note
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(statistic)
    }
}
