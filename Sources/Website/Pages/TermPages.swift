import API
import Archive
import Evidence
import PageLayout
import Rendering
import Templates
import Wording

/// The pages `/terms` and `/terms/{id}`: what the words mean that the records use.
enum TermPages {
    struct List {
        let terms: [Entry]
        let isEmpty: Bool
    }

    struct Entry {
        let id, note: String
        let term: LinkView
    }

    struct Item {
        let title, note: String
        /// The same in Wikidata and elsewhere.
        let others: [String]
        let uses: ReuseLinks
    }

    static var routes: [Route] {
        RecordPages<Vocabulary.Term, List, Item>(
            section: .terms, table: { $0.terms }, about: "termsAbout", list: { listing, _ in List(listing) },
            item: { term, _, page in
                let view = Item(term, page)
                return .init(view: view, description: view.note)
            }, isWhole: true
        ).routes
    }
}

extension TermPages.List {
    fileprivate init(_ listing: Listing<Vocabulary.Term>) {
        let page = listing.page
        isEmpty = listing.records.isEmpty
        terms = listing.records.map { term in
            TermPages.Entry(
                id: term.id, note: term.note?.marked(for: page.language) ?? "",
                term: LinkView(term.label.marked(for: page.language), page.link("/terms/\(term.id)")))
        }
    }
}

extension TermPages.Item {
    fileprivate init(_ term: Vocabulary.Term, _ page: PageContext) {
        title = term.label.marked(for: page.language)
        note = term.note?.marked(for: page.language) ?? ""
        others = term.sameAs
        uses = ReuseLinks(.terms, term.id, in: page)
    }
}

extension TermPages.List: PageView {
    static let template = "terms"
    static let members: [TemplateMember<Self>] = [
        .list("terms") { $0.terms }, .flag("isEmpty") { $0.isEmpty },
    ]
}

extension TermPages.Entry: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("id") { $0.id }, .text("note") { $0.note }, .view("term") { $0.term },
    ]
}

extension TermPages.Item: PageView {
    static let template = "term"
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .text("note") { $0.note }, .list("others") { $0.others },
        .view("uses") { $0.uses },
    ]
}
