import Archive
import Evidence
import PageLayout
import Templates

/// The words of a source as shown on pages.
struct QuotationView {
    let text, language: String
    /// Where the source can be read, or its own page.
    let cite: String

    init(_ quotation: Quotation, of source: String, in snapshot: Snapshot, _ page: PageContext) {
        text = quotation.text
        language = quotation.language
        cite = snapshot.sources[source]?.url ?? page.link("/sources/\(source)")
    }
}

extension QuotationView: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("text") { $0.text }, .text("language") { $0.language }, .text("cite") { $0.cite },
    ]
}
