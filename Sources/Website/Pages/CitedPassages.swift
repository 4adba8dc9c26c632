import Archive
import Bibliography
import Evidence
import PageLayout
import Templates
import Wording

/// The passages in one source that support something.
struct CitedPassages {
    let source: LinkView
    /// The passages with their printed words.
    let passages: String
    /// What the passages say in our words.
    let paraphrases: [String]
    let quotations: [QuotationView]
    /// Where the source's own words can be read, a place each.
    let originals: [LinkView]

    /// Returns one element per source, in the order of citation, of as many citations as a page has room for.
    static func all(_ citations: [Citation], in snapshot: Snapshot, _ page: PageContext) -> [CitedPassages] {
        let shown = citations.prefix(PageContext.mostRecords)
        return shown.map(\.source).uniqued().map { id in
            let own = shown.filter { $0.source == id }
            let passages = own.map { citation in
                let printed = citation.printed.map { token in
                    snapshot.sources[id]?.quoted(token, in: page.language) ?? page.language.quoted(token)
                }.joined(separator: ", ")
                return [page.place(citation.locator), printed].filter { !$0.isEmpty }.joined(separator: ": ")
            }
            return CitedPassages(
                source: page.source(id, in: snapshot), passages: passages.uniqued().joined(separator: "; "),
                paraphrases: own.compactMap { $0.paraphrase?.marked(for: page.language) }.uniqued(),
                quotations: own.compactMap(\.quotation).uniqued().map { QuotationView($0, of: id, in: snapshot, page) },
                originals: originals(own, in: snapshot, page))
        }
    }

    private static func originals(_ citations: [Citation], in snapshot: Snapshot, _ page: PageContext) -> [LinkView] {
        let links = citations.compactMap { citation in
            snapshot.sources[citation.source]?.address(ofPassage: citation).map { address in
                // Where no page is known, the printed words say which place it is.
                let place = citation.locator.words(in: page.language)
                return LinkView(
                    place ?? citation.printed.first.map(page.language.quoted) ?? page.place(citation.locator), address)
            }
        }
        // Seldom does one stand twice.
        let isFirst = { (index: Int) in !links[..<index].contains { $0.label == links[index].label } }
        return links.indices.allSatisfy(isFirst) ? links : links.indices.filter(isFirst).map { links[$0] }
    }
}

extension CitedPassages: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .view("source") { $0.source }, .text("passages") { $0.passages },
        .list("paraphrases") { $0.paraphrases }, .list("quotations") { $0.quotations },
        .list("originals") { $0.originals },
        .flag("hasOriginals") { !$0.originals.isEmpty },
    ]
}
