/// One date that one source gives for an event.
package struct DatedClaim: Sendable {
    /// Among the ids of all claims, those of figures included, no other is the same.
    package let id: String
    /// The id of the event.
    package let event: String
    package let date: EDTF
    package let attribution: Claim.Attribution
    package let rank: Claim.Rank
    package let note: LocalizedText?
    /// The place where the date is printed, with what is printed there.
    package let citation: Citation

    package init(
        id: String, event: String, date: EDTF, attribution: Claim.Attribution = .main, rank: Claim.Rank = .normal,
        note: LocalizedText? = nil, citation: Citation
    ) {
        self.id = id
        self.event = event
        self.date = date
        self.attribution = attribution
        self.rank = rank
        self.note = note
        self.citation = citation
    }

    /// The id of the source.
    package var source: String { citation.source }

    /// The date as printed.
    package var printed: String { citation.printed.first ?? "" }

    /// The dates among which it stands.
    package var strand: Strand { Strand(source: source, attribution: attribution) }

    /// Whether it takes part in anything: in the order and the lists of events, and in checks.
    package var stands: Bool { rank != .deprecated }

    package var dating: Dating { Dating(date, .someDay) }
}

extension DatedClaim: Hashable {
    package func hash(into hasher: inout Hasher) {
        hasher.combine(event)
        hasher.combine(id)
    }
}

extension [DatedClaim] {
    /// Returns the claim whose date places the event in lists by time: of those that stand the preferred one, or else the
    /// earliest. Of several preferred ones, it is the earliest; of equally early ones, the first. nil where none stands.
    var leading: DatedClaim? {
        let standing = filter(\.stands)
        let preferred = standing.filter { $0.rank == .preferred }
        return (preferred.isEmpty ? standing : preferred).min {
            ($0.date.place?.ordinal ?? .max) < ($1.date.place?.ordinal ?? .max)
        }
    }
}
