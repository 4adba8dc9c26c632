import API
import Archive
import Checks
import Evidence
import PageLayout
import Rendering
import Templates
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
        let records: [Named]
        /// A link to all of them, if they are more.
        let all: LinkView?
    }

    /// A record, with what it is.
    struct Named {
        let record: LinkView
        let kind: String
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
        withdrawn = change.withdrawn.map { page.words.fill(.withdrawnVersion, ["reason": $0.marked(for: language)]) }
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
                records: names.prefix(PageContext.mostRecords).map { name in
                    .init(
                        record: page.record(name, in: snapshot, by: change, isRemoved: word == .removed),
                        kind: page.words[name.kind.title])
                },
                all: page.all("countRecords", names.count, APIPath.below("changes", change.id)))
        }
        uses = ReuseLinks(.changes, change.id, in: page)
    }
}

extension PageContext {
    /// Returns the link to a record that a change names. Where this version does not have it, it leads to the one that the
    /// change made or, of what it removed, the one before, if that is served; else nowhere.
    fileprivate func record(_ name: Change.Name, in snapshot: Snapshot, by change: Change, isRemoved: Bool) -> LinkView
    {
        let (title, path, fragment): (String?, String, String) =
            switch name.kind {
            case .sources: (snapshot.sources[name.id]?.label(in: language), "/sources/\(name.id)", "")
            case .events: (snapshot.events[name.id]?.title.marked(for: language), "/events/\(name.id)", "")
            case .statistics: (snapshot.statistics[name.id]?.title.marked(for: language), "/statistics/\(name.id)", "")
            case .relations:
                (snapshot.checks[name.id]?.relation.title.marked(for: language), snapshot.page(ofCheck: name.id), "")
            case .claims:
                if let event = name.event {
                    (snapshot.events[event]?.title.marked(for: language), "/events/\(event)", "#\(name.id)")
                } else {
                    (snapshot.claims[name.id].map { self.title(of: $0, in: snapshot) }, "/claims/\(name.id)", "")
                }
            }
        if let title { return LinkView(title, link(path) + fragment) }
        let older = releases.all.drop { $0.version != change.version }.dropFirst(isRemoved ? 1 : 0)
        let having = older.first.flatMap { $0.standing == .kept && $0.version != identity.version ? $0.version : nil }
        return LinkView(name.id, having.map { current(Permalink.path(path, version: $0)) + fragment } ?? "")
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

extension Change.Kind {
    fileprivate var title: Word {
        switch self {
        case .sources: .sources
        case .events: .events
        case .statistics: .statistics
        case .claims: .claims
        case .relations: .checks
        }
    }
}

extension ChangePages.Named: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .view("record") { $0.record }, .text("kind") { $0.kind },
    ]
}

extension ChangePages.Group: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("heading") { $0.heading }, .list("records") { $0.records }, .optional("all") { $0.all },
    ]
}
