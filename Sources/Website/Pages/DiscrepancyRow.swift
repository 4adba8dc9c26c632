import Checks
import Charts
import Evidence
import Wording

/// A discrepancy in a list, with its finding on one line.
struct DiscrepancyRow {
    let link: LinkView
    let kind: String
    let verdict: EmbedPage.VerdictView
    /// The arithmetic of the deciding reading; nil if no figures are compared.
    let arithmetic: String?

    init(_ discrepancy: Discrepancy, _ page: PageContext) {
        let language = page.language
        link = LinkView(discrepancy.title.marked(for: language), page.link("/discrepancies/\(discrepancy.id)"))
        kind = discrepancy.kind.label[language].capitalizedFirst
        verdict = .init(discrepancy.verdict, language)
        arithmetic = discrepancy.check.deciding.map { Arithmetic($0, of: discrepancy.check, in: language).text }
    }
}

extension DiscrepancyRow: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .view("link") { $0.link }, .text("kind") { $0.kind }, .view("verdict") { $0.verdict },
        .optional("arithmetic") { $0.arithmetic },
    ]
}
