import API
import Archive
import Evidence
import PageLayout
import Reasoning
import Rendering
import Templates
import Wording

/// The pages `/revisions` and `/revisions/{id}`: the least that would have to go, by knot.
enum RevisionPages {
    struct List {
        let count: String
        let units: [LinkView]
        let revisions: [LinkView]
        let pages: [LessonsPage.Step]
        let isEmpty: Bool
        let weigh: String
    }

    struct Item {
        let title, unit: String
        let ways: [String]
        let conflicts: [ConflictRow]
        let weigh: String
        let uses: ReuseLinks
    }

    static var routes: [Route] {
        RecordPages<Revision, List, Item>(
            section: .revisions, table: { $0.revisions }, about: "revisionsAbout", list: { List($0, $1) },
            item: { revision, snapshot, page in
                let view = Item(revision, snapshot, page)
                return .init(view: view, description: view.unit + ": " + view.title)
            }, supposes: true
        ).routes
    }
}

extension RevisionPages.List {
    fileprivate init(_ listing: Listing<Revision>, _ encoded: EncodedSnapshot) {
        let page = listing.page
        let text = WeighingText(encoded.snapshot, in: page.language, isMarked: true)
        count = page.words.count("countRevisions", listing.total)
        units = listing.choices(of: "by") { Knot.Unit(rawValue: $0)?.label[page.language].capitalizedFirst ?? $0 }
        revisions = listing.records.map {
            LinkView(text.title(of: $0), page.link("/revisions/\($0.id)", encoded.snapshot.supposition?.query ?? []))
        }
        pages = listing.steps
        isEmpty = listing.records.isEmpty
        weigh = page.link(PagePath.weighing)
    }
}

extension RevisionPages.Item {
    fileprivate init(_ revision: Revision, _ snapshot: Snapshot, _ page: PageContext) {
        let (weighing, text) = (snapshot.weighing, WeighingText(snapshot, in: page.language, isMarked: true))
        title = text.title(of: revision)
        unit = revision.unit.label[page.language].capitalizedFirst
        let sets = (revision.ways?.sets ?? []).filter { !$0.isEmpty }
        ways = sets.prefix(PageContext.mostRecords).map { text.way($0, by: revision.unit) }
        conflicts = weighing.knots[revision.knot].conflicts.prefix(PageContext.mostRecords).map {
            ConflictRow(weighing.conflicts[$0], in: snapshot, page)
        }
        weigh = page.link(PagePath.weighing)
        uses = ReuseLinks(.revisions, revision.id, in: page)
    }
}

extension RevisionPages.List: PageView {
    static let template = "revisions"
    static let members: [TemplateMember<Self>] = [
        .text("count") { $0.count }, .list("units") { $0.units }, .list("revisions") { $0.revisions },
        .list("pages") { $0.pages }, .flag("isEmpty") { $0.isEmpty }, .text("weigh") { $0.weigh },
    ]
}

extension RevisionPages.Item: PageView {
    static let template = "revision"
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .text("unit") { $0.unit }, .list("ways") { $0.ways },
        .list("conflicts") { $0.conflicts }, .text("weigh") { $0.weigh }, .view("uses") { $0.uses },
    ]
}
