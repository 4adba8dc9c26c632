import Charts
import Checks
import Evidence
import PageLayout
import Templates
import Wording

/// A discrepancy or another check in a list, with its finding on one line.
struct CheckRow {
    let link: LinkView
    let kind: String
    let verdict: EmbedPage.VerdictView
    /// The arithmetic of the deciding reading; nil if no figures are compared.
    let arithmetic: String?

    init(_ discrepancy: Discrepancy, _ page: PageContext) {
        self.init(discrepancy.check, kind: discrepancy.kind.label[page.language], in: .discrepancies, page)
    }

    init(_ check: Check, _ page: PageContext) {
        if let discrepancy = Discrepancy(check) {
            self.init(discrepancy, page)
        } else {
            self.init(check, kind: check.relation.constraint.kind.label[page.language], in: .checks, page)
        }
    }

    private init(_ check: Check, kind: String, in section: Section, _ page: PageContext) {
        let language = page.language
        link = LinkView(
            check.relation.title.marked(for: language), page.link("/\(section.rawValue)/\(check.id)"))
        self.kind = kind.capitalizedFirst
        verdict = .init(check.verdict, language)
        arithmetic = check.deciding.map { Arithmetic($0, of: check, in: language).text }
    }
}

extension CheckRow: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .view("link") { $0.link }, .text("kind") { $0.kind }, .view("verdict") { $0.verdict },
        .optional("arithmetic") { $0.arithmetic },
    ]
}
