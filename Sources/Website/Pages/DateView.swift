import Archive
import Evidence
import Wording

/// The date that one source gives an event, as shown on its page.
struct DateView {
    let id: String
    let date, edtf: String
    /// The printed words in quotation marks.
    let printed: String
    let source: LinkView
    let attribution, independence, place: String
    let remark: String?
    /// What the passage says in our words.
    let paraphrase: String?
    let quotation: QuotationView?
    /// Why a claim takes part in nothing.
    let withdrawn: String?

    init(_ claim: DatedClaim, in snapshot: Snapshot, _ page: PageContext) {
        let (language, source) = (page.language, snapshot.sources[claim.source])
        id = claim.id
        date = language.format(claim.date)
        edtf = claim.date.gregorianText(.someDay)
        printed = language.quoted((source?.marked(claim.printed, for: language) ?? claim.printed).withWholeNumbers)
        self.source = page.source(claim.source, in: snapshot)
        attribution = claim.attribution.label[language]
        independence = source?.independence.label[language] ?? ""
        place = page.place(claim.citation.locator)
        remark = claim.note?.marked(for: language)
        paraphrase = claim.citation.paraphrase?.marked(for: language)
        quotation = claim.citation.quotation.map { QuotationView($0, of: claim.source, in: snapshot, page) }
        withdrawn = claim.stands ? nil : claim.rank.label[language]
    }

    /// Returns what sources say of an event's date, on one line: each date once, with those who give it.
    static func line(_ event: Event, in snapshot: Snapshot, _ page: PageContext) -> String {
        let claims = event.standingClaims
        guard !claims.isEmpty else { return page.language.format(event.date) }
        return claims.map(\.dating.meaning).uniqued().compactMap { meaning in
            let own = claims.filter { $0.dating.meaning == meaning }
            let names = own.map { page.source($0.source, in: snapshot).label }.uniqued().joined(separator: ", ")
            return own.first.map { "\(page.language.format($0.date)) (\(names))" }
        }.joined(separator: " / ")
    }
}

extension DateView: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("id") { $0.id }, .text("date") { $0.date }, .text("edtf") { $0.edtf },
        .text("printed") { $0.printed }, .view("source") { $0.source }, .text("attribution") { $0.attribution },
        .text("independence") { $0.independence }, .text("place") { $0.place }, .optional("remark") { $0.remark },
        .optional("paraphrase") { $0.paraphrase }, .optional("quotation") { $0.quotation },
        .optional("withdrawn") { $0.withdrawn },
    ]
}
