import Archive
import Bibliography
import Evidence
import PageLayout
import Templates
import Wording

/// What a source says at one place, of a figure or a date: the words, whose they are, and where.
struct StatementView {
    /// The printed words in quotation marks.
    let printed: String
    let source: LinkView
    let attribution, independence, place: String
    /// Whose it is, where it is not the source’s own.
    let whose: String?
    let remark: String?
    /// What the passage says in our words.
    let paraphrase: String?
    let quotation: QuotationView?
    /// Where the source's own words can be read.
    let passage: String?

    init(
        _ citation: Citation, attribution: Claim.Attribution, note: LocalizedText?, in snapshot: Snapshot,
        _ page: PageContext
    ) {
        let (language, source) = (page.language, snapshot.sources[citation.source])
        let words = citation.printed.first ?? ""
        printed = language.quoted((source?.marked(words, for: language) ?? words).withWholeNumbers)
        self.source = page.source(citation.source, in: snapshot)
        self.attribution = attribution.label[language]
        whose = attribution == .main ? nil : self.attribution
        independence = source?.independence.label[language] ?? ""
        place = page.place(citation.locator)
        remark = note?.marked(for: language)
        paraphrase = citation.paraphrase?.marked(for: language)
        quotation = citation.quotation.map { QuotationView($0, of: citation.source, in: snapshot, page) }
        passage = source?.address(ofPassage: citation)
    }

    /// Returns the members of a view that has one of these.
    static func members<View>(_ statement: @escaping @Sendable (View) -> StatementView) -> [TemplateMember<View>] {
        [
            .text("printed") { statement($0).printed }, .view("source") { statement($0).source },
            .text("attribution") { statement($0).attribution },
            .text("independence") { statement($0).independence }, .text("place") { statement($0).place },
            .optional("remark") { statement($0).remark }, .optional("paraphrase") { statement($0).paraphrase },
            .optional("quotation") { statement($0).quotation },
            .optional("passage") { statement($0).passage },
        ]
    }
}
