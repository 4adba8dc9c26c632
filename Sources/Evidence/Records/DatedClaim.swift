/// One date that one source gives for an event.
package struct DatedClaim: SourcedClaim {
    package let id: String
    /// The id of the event.
    package let event: String
    package let date: EDTF
    package let attribution: Claim.Attribution
    package let rank: Claim.Rank
    package let namedWitness, corrects: String?
    package let note: LocalizedText?
    /// The place where the date is printed, with what is printed there.
    package let citation: Citation

    package init(
        id: String, event: String, date: EDTF, attribution: Claim.Attribution = .main, rank: Claim.Rank = .normal,
        witness: String? = nil, corrects: String? = nil, note: LocalizedText? = nil, citation: Citation
    ) {
        self.id = id
        self.event = event
        self.date = date
        self.attribution = attribution
        self.rank = rank
        namedWitness = witness
        self.corrects = corrects
        self.note = note
        self.citation = citation
    }

    package var source: String { citation.source }

    /// The date as printed.
    package var printed: String { citation.printed.first ?? "" }

    package var dating: Dating { Dating(date, .someDay) }

    /// Dates that mean the same days are equal, whatever their calendars.
    package var said: Dating.Meaning { dating.meaning }
}

extension DatedClaim: Hashable {
    package func hash(into hasher: inout Hasher) {
        hasher.combine(event)
        hasher.combine(id)
    }
}

extension [DatedClaim] {
    /// By the id of each claim that is withdrawn, the id of the one that corrects it, or what it repeats.
    package var withdrawals: [String: String] { Corrections.withdrawals(among: self) }

    /// Those that take part in anything: in the order and the lists of events, and in checks.
    package var standing: [DatedClaim] { standing(without: withdrawals) }

    /// Returns the claim whose date places the event in lists by time: of those that stand the preferred one, or else the
    /// earliest. Of several preferred ones, it is the earliest; of equally early ones, the first. nil where none stands.
    var leading: DatedClaim? {
        let standing = standing
        let preferred = standing.filter { $0.rank == .preferred }
        return (preferred.isEmpty ? standing : preferred).min {
            ($0.date.place?.ordinal ?? .max) < ($1.date.place?.ordinal ?? .max)
        }
    }
}
