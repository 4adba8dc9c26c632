import Archive
import Evidence
import Wording

/// Places in one source that speak to something.
struct CitedPassages {
    let source: LinkView
    /// With what stands printed there.
    let passages: String

    /// One for each source, in the order in which they are cited.
    static func all(_ citations: [Citation], in snapshot: Snapshot, _ page: PageContext) -> [CitedPassages] {
        citations.map(\.source).uniqued().map { id in
            let passages = citations.filter { $0.source == id }.map { citation in
                let printed = citation.printed.map(page.language.quoted).joined(separator: ", ")
                return [page.place(citation.locator), printed].filter { !$0.isEmpty }.joined(separator: ": ")
            }
            return CitedPassages(
                source: page.source(id, in: snapshot), passages: passages.uniqued().joined(separator: "; "))
        }
    }
}

extension CitedPassages: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .view("source") { $0.source }, .text("passages") { $0.passages },
    ]
}
