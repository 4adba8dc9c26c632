import Evidence

/// The members that claims of figures and claims of dates have in common.
struct ClaimMembers {
    let attribution: Claim.Attribution
    let rank: Claim.Rank
    let locator: Locator
    let witness, corrects: String?
    let note: LocalizedText?
    let paraphrase: LocalizedText?
    let quotation: Quotation?

    /// nil where one of them cannot be decoded. `source` is that of the claim, if there is a sound one.
    init?(_ members: inout Members, of source: String?) {
        let attribution = members.required("attribution") { $0.choice(of: Claim.Attribution.self) }
        let rank = members.required("rank") { $0.choice(of: Claim.Rank.self, but: .givenUp) }
        let locator = members.optional("locator") { $0.locator() }
        let witness = members.optional("witness") { $0.witness() }
        let corrects = members.optional("corrects") { $0.slug() }
        let note = members.optional("note") { $0.localizedText() }
        let paraphrase = members.optional("paraphrase") { $0.localizedText() }
        let quotation = members.optional("quotation") { $0.quotation(of: source) }
        guard let attribution, let rank, let locator, let witness, let corrects, let note, let paraphrase, let quotation
        else { return nil }
        self.attribution = attribution
        self.rank = rank
        self.locator = locator ?? .printedToken
        self.witness = witness
        self.corrects = corrects
        self.note = note
        self.paraphrase = paraphrase
        self.quotation = quotation
    }
}

extension Cursor {
    /// Decodes who first counted or dated: a source, or a term of the vocabulary of witnesses.
    fileprivate func witness() -> String? {
        guard let id = slug() else { return nil }
        if let source = diagnostics.ids.known(.source, id) { return source }
        return reference(to: .witness)
    }

    /// Checks the claims of this list, which are those of one `kind` of record: that each corrects another of them, and none
    /// itself, directly or through others.
    func checkCorrections(_ claims: [some SourcedClaim], of kind: String) {
        guard claims.contains(where: { $0.corrects != nil }) else { return }
        let ids = Set(claims.map(\.id))
        let corrects = claims.map { ($0.id, $0.corrects.map { [$0] } ?? []) }
        let circular = Circles(Dictionary(corrects) { first, _ in first }).members
        for (place, claim) in claims.enumerated() {
            guard let corrected = claim.corrects else { continue }
            let path = Path.member(.element(path, place), "corrects")
            if !ids.contains(corrected) {
                diagnostics.add(
                    .meaning, at: path, expected: "the id of a claim of the same \(kind)", found: "\"\(corrected)\"")
            } else if circular.contains(claim.id) {
                diagnostics.add(
                    .meaning, at: path, expected: "a claim that is not corrected by \(claim.id)", found: "a circle")
            }
        }
    }
}
