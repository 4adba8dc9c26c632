import Archive
import Evidence
import Wording

/// The date that one source gives an event, as shown on its page.
struct DateView {
    let id: String
    let date, edtf: String
    let statement: StatementView
    /// Why a claim takes part in nothing.
    let withdrawn: String?

    init(_ claim: DatedClaim, in snapshot: Snapshot, _ page: PageContext) {
        id = claim.id
        date = page.language.format(claim.date)
        edtf = claim.date.gregorianText(.someDay)
        statement = StatementView(
            claim.citation, attribution: claim.attribution, note: claim.note, in: snapshot, page)
        withdrawn = claim.stands ? nil : claim.rank.label[page.language]
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
            .optional("withdrawn") { $0.withdrawn },
        ] + StatementView.members { $0.statement }
}
