import Archive
import Evidence
import PageLayout
import Templates
import Wording

/// The date that one source gives an event, as shown on its page.
struct DateView {
    let id: String
    let date, edtf: String
    let statement: StatementView
    /// Why a claim takes part in nothing.
    let withdrawn: String?

    /// What it is the date of.
    let subject: LinkView

    /// Returns the first dates of an event, in the order of its claims: of all, or of those that one source gives.
    static func all(
        of event: Event, by source: String? = nil, in snapshot: Snapshot, _ page: PageContext
    ) -> [DateView] {
        let claims = event.claims
        let withdrawals = claims.withdrawals
        let corrections = Dictionary(claims.lazy.filter { $0.corrects != nil }.map { ($0.id, $0) }) { first, _ in first
        }
        let told = claims.lazy.filter { source == nil || $0.source == source }.prefix(PageContext.mostRecords)
        return told.map { claim in
            let by = withdrawals[claim.id].flatMap { corrections[$0] }
            return DateView(claim, of: event, correctedBy: by, in: snapshot, page)
        }
    }

    private init(
        _ claim: DatedClaim, of event: Event, correctedBy correction: DatedClaim?, in snapshot: Snapshot,
        _ page: PageContext
    ) {
        id = claim.id
        date = page.language.format(claim.date)
        edtf = claim.date.gregorianText(.someDay)
        statement = StatementView(
            claim.citation, attribution: claim.attribution, note: claim.note, in: snapshot, page)
        subject = page.event(event)
        withdrawn =
            !claim.rank.takesPart
            ? claim.rank.label[page.language]
            : correction.map { correction in
                page.words.fill(
                    "withdrawnDate",
                    [
                        "date": page.language.format(correction.date),
                        "source": page.source(correction.source, in: snapshot).label,
                    ])
            }
    }

    /// Returns what sources say of an event's date, on one line: each date once, with those who give it.
    static func line(_ event: Event, in snapshot: Snapshot, _ page: PageContext) -> String {
        let claims = event.standingClaims
        guard !claims.isEmpty else { return page.language.format(event.date) }
        let meanings = Dictionary(grouping: claims, by: \.dating.meaning)
        let told = claims.map(\.dating.meaning).uniqued().compactMap { meaning -> String? in
            let own = meanings[meaning] ?? []
            let names = page.line(
                own.map(\.source).uniqued().map { page.source($0, in: snapshot).label }.uniqued(), separator: ", ")
            return own.first.map { "\(page.language.format($0.date)) (\(names))" }
        }
        return page.line(told, separator: " / ")
    }
}

extension DateView: TemplateView {
    static let members: [TemplateMember<Self>] =
        [
            .text("id") { $0.id }, .text("date") { $0.date }, .text("edtf") { $0.edtf },
            .view("subject") { $0.subject }, .optional("withdrawn") { $0.withdrawn },
        ] + StatementView.members { $0.statement }
}
