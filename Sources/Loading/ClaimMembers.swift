import Evidence

/// The members that claims of figures and claims of dates have in common.
struct ClaimMembers {
    let attribution: Claim.Attribution
    let rank: Claim.Rank
    let locator: Locator
    let note: LocalizedText?
    let paraphrase: LocalizedText?
    let quotation: Quotation?

    /// nil where one of them cannot be decoded. `source` is that of the claim, if there is a sound one.
    init?(_ members: inout Members, of source: String?) {
        let attribution = members.required("attribution") { $0.choice(of: Claim.Attribution.self) }
        let rank = members.required("rank") { $0.choice(of: Claim.Rank.self) }
        let locator = members.optional("locator") { $0.locator() }
        let note = members.optional("note") { $0.localizedText() }
        let paraphrase = members.optional("paraphrase") { $0.localizedText() }
        let quotation = members.optional("quotation") { $0.quotation(of: source) }
        guard let attribution, let rank, let locator, let note, let paraphrase, let quotation else { return nil }
        self.attribution = attribution
        self.rank = rank
        self.locator = locator ?? .printedToken
        self.note = note
        self.paraphrase = paraphrase
        self.quotation = quotation
    }
}
