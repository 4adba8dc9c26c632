import API
import Archive
import Checks
import Evidence
import Rendering
import Wording

/// The pages `/changes` and `/changes/{id}`: what each version of the dataset changed, and why.
enum ChangePages {
    struct List {
        let count: String
        let changes: [Entry]
        let pages: [LessonsPage.Step]
        let isEmpty: Bool
    }

    struct Entry {
        let version: LinkView
        let date, summary: String
        /// Why the version was withdrawn; nil if it was not.
        let withdrawn: String?
    }

    struct Item {
        let entry: Entry
        let groups: [Group]
        let uses: ReuseLinks
    }

    /// The records that were added, changed or removed.
    struct Group {
        let heading: String
        let records: [LinkView]
        /// A link to all of them, if they are more.
        let all: LinkView?
    }

    static var routes: [Route] {
        RecordPages<Change, List, Item>(
            section: .changes, table: { $0.changes }, about: "changesAbout", list: { listing, _ in List(listing) },
            item: { change, snapshot, page in
                let view = Item(change, snapshot, page)
                return .init(
                    view: view, description: view.entry.summary, isWhole: view.groups.allSatisfy { $0.all == nil })
            }
        ).routes
    }
}

extension ChangePages.List {
    fileprivate init(_ listing: Listing<Change>) {
        let page = listing.page
        count = page.words.count("countVersions", listing.total)
        pages = listing.steps
        isEmpty = listing.records.isEmpty
        changes = listing.records.map { ChangePages.Entry($0, page) }
    }
}

extension ChangePages.Entry {
    fileprivate init(_ change: Change, _ page: PageContext) {
        let language = page.language
        version = LinkView(
            language.words.fill(.changeTitle, ["n": change.version]), page.link("/changes/\(change.id)"))
        date = language.format(change.date)
        summary = change.summary.marked(for: language)
        withdrawn = change.withdrawn.map { page.words.fill("withdrawnVersion", ["reason": $0.marked(for: language)]) }
    }
}

extension ChangePages.Item {
    fileprivate init(_ change: Change, _ snapshot: Snapshot, _ page: PageContext) {
        entry = ChangePages.Entry(change, page)
        let kinds: [(Word, [Change.Name])] = [
            (.added, change.added), (.changed, change.changed), (.removed, change.removed),
        ]
        groups = kinds.filter { !$1.isEmpty }.map { word, names in
            ChangePages.Group(
                heading: page.words[word].capitalizedFirst,
                records: names.prefix(PageContext.mostRecords).map { page.record($0, in: snapshot) },
                all: page.all("countRecords", names.count, APIPath.below("changes", change.id)))
        }
        uses = ReuseLinks(.changes, change.id, in: page)
    }
}

extension PageContext {
    /// Returns the link to a record that a change names; without an address where this version does not have it.
    fileprivate func record(_ name: Change.Name, in snapshot: Snapshot) -> LinkView {
        let (title, path): (String?, String) =
            switch name.kind {
            case .sources: (snapshot.sources[name.id]?.label(in: language), "/sources/\(name.id)")
            case .events: (snapshot.events[name.id]?.title.marked(for: language), "/events/\(name.id)")
            case .statistics: (snapshot.statistics[name.id]?.title.marked(for: language), "/statistics/\(name.id)")
            case .relations:
                (snapshot.checks[name.id]?.relation.title.marked(for: language), snapshot.page(ofCheck: name.id))
            case .claims:
                if let event = name.event {
                    (snapshot.events[event]?.title.marked(for: language), "/events/\(event)#\(name.id)")
                } else {
                    (snapshot.claims[name.id].map { self.title(of: $0, in: snapshot) }, "/claims/\(name.id)")
                }
            }
        return title.map { LinkView($0, link(path)) } ?? LinkView(name.id, "")
    }

    private func title(of claim: Claim, in snapshot: Snapshot) -> String {
        MarkedText.mark(claim.title(in: language, from: snapshot), in: nil, for: language)
    }
}

extension ChangePages.List: PageView {
    static let template = "changes"
    static let members: [TemplateMember<Self>] = [
        .text("count") { $0.count }, .list("changes") { $0.changes }, .list("pages") { $0.pages },
        .flag("isEmpty") { $0.isEmpty },
    ]
}

extension ChangePages.Entry: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .view("version") { $0.version }, .text("date") { $0.date }, .text("summary") { $0.summary },
        .optional("withdrawn") { $0.withdrawn },
    ]
}

extension ChangePages.Item: PageView {
    static let template = "change"
    static let members: [TemplateMember<Self>] = [
        .view("entry") { $0.entry }, .list("groups") { $0.groups }, .view("uses") { $0.uses },
    ]
}

extension ChangePages.Group: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("heading") { $0.heading }, .list("records") { $0.records }, .optional("all") { $0.all },
    ]
}
