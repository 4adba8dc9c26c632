import Archive
import Evidence
import Wording

/// The statement of one witness: a claim as shown on pages.
struct ClaimView {
    let id: String
    /// The figure with a sign for its qualifier.
    let figure: String
    /// The printed words in quotation marks.
    let printed: String
    /// The values that the words allow; nil if that is only the figure itself.
    let allowed: String?
    /// What it is a figure of.
    let subject: LinkView
    let source: LinkView
    let attribution, independence, place: String
    let remark: String?
    /// What the passage says in our words.
    let paraphrase: String?
    let quotation: QuotationView?
    /// Why a claim takes no part in checks: its rank, or what corrects it.
    let withdrawn: String?

    init(_ claim: Claim, in snapshot: Snapshot, _ page: PageContext) {
        let language = page.language
        id = claim.id
        figure = claim.quantity.text(in: language)
        let said = snapshot.sources[claim.source]?.marked(claim.printed, for: language) ?? claim.printed
        printed = language.quoted(said.withWholeNumbers)
        allowed = page.range(claim.quantity.interval)
        subject = page.statistic(claim.statistic, in: snapshot) ?? LinkView(claim.statistic, "")
        source = page.source(claim.source, in: snapshot)
        attribution = claim.attribution.label[language]
        independence = snapshot.sources[claim.source]?.independence.label[language] ?? ""
        place = page.place(claim.locator)
        remark = claim.note?.marked(for: language)
        paraphrase = claim.paraphrase?.marked(for: language)
        quotation = claim.quotation.map { QuotationView($0, of: claim.source, in: snapshot, page) }
        let correction = snapshot.statistics[claim.statistic]?.withdrawals[claim.id].flatMap { snapshot.claims[$0] }
        withdrawn =
            if claim.rank == .deprecated {
                claim.rank.label[language]
            } else {
                correction.map { correction in
                    page.words.fill(
                        "withdrawnBy",
                        [
                            "figure": correction.quantity.text(in: language),
                            "source": page.source(correction.source, in: snapshot).label,
                        ])
                }
            }
    }
}

extension ClaimView: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("id") { $0.id }, .text("figure") { $0.figure }, .text("printed") { $0.printed },
        .optional("allowed") { $0.allowed }, .view("subject") { $0.subject }, .view("source") { $0.source },
        .text("attribution") { $0.attribution }, .text("independence") { $0.independence },
        .text("place") { $0.place }, .optional("remark") { $0.remark },
        .optional("paraphrase") { $0.paraphrase }, .optional("quotation") { $0.quotation },
        .optional("withdrawn") { $0.withdrawn },
    ]
}
