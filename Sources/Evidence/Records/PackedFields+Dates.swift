/// Dates and dated claims among packed fields. An event that has one date pays nothing for the claims that it lacks.
extension PackedFields.Writer {
    /// Appends the date that places the event, and whether claims follow; then these, all but their sources.
    mutating func append(_ date: EDTF, _ claims: [DatedClaim], in languages: [LanguageTag]) {
        append((claims.isEmpty ? "" : String(PackedDate.claims)) + PackedDate.text(of: date))
        guard !claims.isEmpty else { return }
        append(claims.count)
        for claim in claims {
            append(claim.id)
            append(PackedDate.text(of: claim.date))
            append(Claim.Attribution.allCases.firstIndex(of: claim.attribution) ?? 0)
            append(Claim.Rank.allCases.firstIndex(of: claim.rank) ?? 0)
            append((claim.namedWitness == nil ? 0 : 1) | (claim.corrects == nil ? 0 : 2) | (claim.note == nil ? 0 : 4))
            for id in [claim.namedWitness, claim.corrects].compactMap({ $0 }) { append(id) }
            if let note = claim.note { append(note, in: languages) }
            append(claim.citation, in: languages)
        }
    }
}

extension PackedFields.Reader {
    /// Reads the date that places the event.
    mutating func date() -> EDTF { PackedDate.date(text()[...]) }

    /// Reads no more than whether claims follow.
    mutating func hasClaims() -> Bool { text().first == PackedDate.claims }

    /// Reads the date, and the claims of the event where it has any. `sources` begins with theirs. Their dates, which take
    /// longer to parse than all else, are left unknown unless `isDated`.
    mutating func claims(
        of event: String, _ sources: [String], in languages: [LanguageTag], isDated: Bool = true
    ) -> [DatedClaim] {
        guard hasClaims() else { return [] }
        let unknown = EDTF(known: "")
        return sources.prefix(max(0, number())).map { source in
            let id = text()
            let written = text()
            let date = isDated ? PackedDate.date(written[...]) : unknown
            let (attribution, rank) = (number(), number())
            let more = number()
            let witness = more & 1 == 0 ? nil : text()
            let corrects = more & 2 == 0 ? nil : text()
            let note = more & 4 == 0 ? nil : localizedText(in: languages)
            return DatedClaim(
                id: id, event: event, date: date,
                attribution: Claim.Attribution.allCases.dropFirst(attribution).first ?? .main,
                rank: Claim.Rank.allCases.dropFirst(rank).first ?? .normal, witness: witness, corrects: corrects,
                note: note,
                citation: citation(of: source, in: languages))
        }
    }
}

/// A date as text, with letters in front that no EDTF value begins with.
private enum PackedDate {
    static let claims: Character = "C"
    private static let julian: Character = "J"

    static func text(of date: EDTF) -> String { (date.calendar == .julian ? String(julian) : "") + date.text }

    static func date(_ text: Substring) -> EDTF {
        let text = text.first == claims ? text.dropFirst() : text
        let isJulian = text.first == julian
        return EDTF(known: String(isJulian ? text.dropFirst() : text), calendar: isJulian ? .julian : .gregorian)
    }
}
