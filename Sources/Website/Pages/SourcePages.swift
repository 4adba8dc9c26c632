import API
import Archive
import Evidence
import PageLayout
import Rendering
import Templates
import Wording

/// The pages `/sources` and `/sources/{id}`.
enum SourcePages {
    struct List {
        let count: String
        let sources: [Entry]
        let pages: [LessonsPage.Step]
        let isEmpty: Bool
        /// Whether a title only describes its source.
        let isDescribed: Bool
    }

    struct Entry {
        let source: LinkView
        /// The titles in the reader’s language, where it is called otherwise, and in its own.
        let title, original: String?
        let independence: String
        /// How many figures and dates it gives; nil for one that is cited for its words alone.
        let claims: String?
    }

    struct Item {
        let title: String
        let original: String?
        let language, independence, statement, access: String
        let author, published, address, sourceLicence, sourceNote: String?
        let dependsOn: [LinkView]
        let isDependent: Bool
        let claims: [ClaimView]
        /// The dates that it gives events.
        let dates: [DateView]
        let hasFigures, hasDates, hasClaims: Bool
        /// Links to all claims, and to all events that it dates, if they are more.
        let others, otherDates: LinkView?
        let uses: ReuseLinks
    }

    static var routes: [Route] {
        RecordPages<Source, List, Item>(
            section: .sources, table: { $0.sources }, about: "sourcesAbout",
            list: { List($0, $1) },
            item: { source, snapshot, page in
                .init(
                    view: Item(source, snapshot, page),
                    description: source.independenceStatement.marked(for: page.language))
            }
        ).routes
    }
}

extension Source {
    /// Returns the title in the reader's language, and the original one if it differs.
    fileprivate func titles(in language: Language) -> (title: String, original: String?) {
        let own = marked(title, for: language)
        guard let translatedTitle else { return (own, nil) }
        return (translatedTitle.marked(for: language), translatedTitle[language] == title ? nil : own)
    }
}

extension SourcePages.List {
    fileprivate init(_ listing: Listing<Source>, _ encoded: EncodedSnapshot) {
        let (page, snapshot) = (listing.page, encoded.snapshot)
        count = page.words.count("countSources", listing.total)
        pages = listing.steps
        isEmpty = listing.records.isEmpty
        isDescribed = listing.records.contains(where: \.isDescribed)
        sources = listing.records.map { source in
            let claims =
                snapshot.claims.count(where: "source", is: source.id) + (snapshot.datedBy[source.id]?.count ?? 0)
            return SourcePages.Entry(
                source: page.source(source.id, in: snapshot),
                title: source.briefTitle == nil && !source.isDescribed ? nil : source.titles(in: page.language).title,
                original: source.titles(in: page.language).original,
                independence: source.independence.label[page.language],
                claims: claims == 0 ? nil : page.words.count("countClaims", claims))
        }
    }
}

extension SourcePages.Item {
    fileprivate init(_ source: Source, _ snapshot: Snapshot, _ page: PageContext) {
        let reader = page.language
        (title, original) = source.titles(in: reader)
        language = Phrase.label(.language, source.language)[reader]
        independence = source.independence.label[reader]
        statement = source.independenceStatement.marked(for: reader)
        access = source.access.marked(for: reader)
        author =
            source.author.isEmpty
            ? nil : page.line(source.author.map { source.marked($0.sorted, for: reader) }, separator: "; ")
        published = source.imprint(in: reader)
        let isWeb = ["https://", "http://"].contains { source.url?.hasPrefix($0) == true }
        address = isWeb ? source.url : nil
        sourceLicence = source.licence?.id
        sourceNote = source.note?.marked(for: reader)
        dependsOn = source.dependsOn.prefix(PageContext.mostRecords).map { page.source($0, in: snapshot) }
        isDependent = !dependsOn.isEmpty
        let positions = snapshot.claims.positions(where: "source", is: source.id, most: PageContext.mostRecords)
        let count = snapshot.claims.count(where: "source", is: source.id)
        claims = positions.map { ClaimView(snapshot.claims.records[$0], in: snapshot, page) }
        others = page.all("countClaims", count, APIPath.below("claims.csv"), [("source", source.id)])
        let dated = snapshot.datedBy[source.id] ?? []
        dates = Array(
            dated.prefix(PageContext.mostRecords).uniqued().flatMap { position in
                DateView.all(of: snapshot.events.records[position], by: source.id, in: snapshot, page)
            }.prefix(PageContext.mostRecords))
        otherDates = page.all("countClaims", dated.count, "/events", [("source", source.id)])
        (hasFigures, hasDates) = (!claims.isEmpty, !dates.isEmpty)
        hasClaims = hasFigures || hasDates
        uses = ReuseLinks(.sources, source.id, in: page)
    }
}

extension SourcePages.List: PageView {
    static let template = "sources"
    static let members: [TemplateMember<Self>] = [
        .text("count") { $0.count }, .list("sources") { $0.sources }, .list("pages") { $0.pages },
        .flag("isEmpty") { $0.isEmpty }, .flag("isDescribed") { $0.isDescribed },
    ]
}

extension SourcePages.Entry: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .view("source") { $0.source }, .optional("title") { $0.title }, .optional("original") { $0.original },
        .text("independence") { $0.independence }, .optional("claims") { $0.claims },
    ]
}

extension SourcePages.Item: PageView {
    static let template = "source"
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .optional("original") { $0.original }, .text("language") { $0.language },
        .text("independence") { $0.independence }, .text("statement") { $0.statement }, .text("access") { $0.access },
        .optional("author") { $0.author }, .optional("published") { $0.published },
        .optional("address") { $0.address }, .optional("sourceLicence") { $0.sourceLicence },
        .optional("sourceNote") { $0.sourceNote }, .list("dependsOn") { $0.dependsOn },
        .flag("isDependent") { $0.isDependent }, .list("claims") { $0.claims }, .list("dates") { $0.dates },
        .flag("hasClaims") { $0.hasClaims }, .flag("hasFigures") { $0.hasFigures }, .flag("hasDates") { $0.hasDates },
        .optional("others") { $0.others }, .optional("otherDates") { $0.otherDates }, .view("uses") { $0.uses },
    ]
}
