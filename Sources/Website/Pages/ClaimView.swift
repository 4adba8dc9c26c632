import Archive
import Evidence
import PageLayout
import Templates
import Wording

/// The statement of one witness: a claim as shown on pages.
struct ClaimView {
    let id: String
    /// The address of its own page.
    let own: String
    /// The figure with a sign for its qualifier.
    let figure: String
    /// The values that the words allow; nil if that is only the figure itself.
    let allowed: String?
    /// What it is a figure of.
    let subject: LinkView
    let statement: StatementView
    /// Why a claim takes no part in checks: its rank, or what corrects it.
    let withdrawn: String?

    init(_ claim: Claim, in snapshot: Snapshot, _ page: PageContext) {
        let language = page.language
        id = claim.id
        own = page.link("/claims/\(claim.id)")
        figure = claim.quantity.text(in: language)
        allowed = page.range(claim.quantity.interval)
        subject = page.statistic(claim.statistic, in: snapshot) ?? LinkView(claim.statistic, "")
        statement = StatementView(
            claim.citation, attribution: claim.attribution, note: claim.note, in: snapshot, page)
        let correction = snapshot.statistics[claim.statistic]?.withdrawals[claim.id].flatMap { snapshot.claims[$0] }
        withdrawn =
            if !claim.rank.takesPart {
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
    static let members: [TemplateMember<Self>] =
        [
            .text("id") { $0.id }, .text("own") { $0.own }, .text("figure") { $0.figure },
            .optional("allowed") { $0.allowed },
            .view("subject") { $0.subject }, .optional("withdrawn") { $0.withdrawn },
            .optional("whose") { $0.statement.whose },
        ] + StatementView.members { $0.statement }
}
