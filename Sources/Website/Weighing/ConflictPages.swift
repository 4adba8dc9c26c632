import API
import Archive
import Checks
import Evidence
import PageLayout
import Reasoning
import Rendering
import Templates
import Wording

/// The pages `/conflicts` and `/conflicts/{id}`: figures that cannot all be right, step by step.
enum ConflictPages {
    struct List {
        let count: String
        let kinds: [LinkView]
        let conflicts: [ConflictRow]
        let pages: [LessonsPage.Step]
        let isEmpty: Bool
        let weigh: String
    }

    struct Item {
        let row: ConflictRow
        let figures: [Figure]
        let relations: [LinkView]
        let hasRelations: Bool
        let findings: [CheckRow]
        let hasFindings: Bool
        let revision: LinkView?
        let uses: ReuseLinks
    }

    /// One of the figures, with the way to what follows without it.
    struct Figure {
        let figure, sources: String
        let statistic: LinkView
        let stands: String?
        let without: String
    }

    static var routes: [Route] {
        RecordPages<Conflict, List, Item>(
            section: .conflicts, table: { $0.conflicts }, about: "conflictsAbout",
            list: { List($0, $1) },
            item: { conflict, snapshot, page in
                let view = Item(conflict, snapshot, page)
                return .init(view: view, description: ([view.row.kind] + view.row.steps).joined(separator: " "))
            }, supposes: true
        ).routes
    }
}

extension ConflictPages.List {
    fileprivate init(_ listing: Listing<Conflict>, _ encoded: EncodedSnapshot) {
        let page = listing.page
        count = page.words.count("countConflicts", listing.total)
        kinds = listing.choices(of: "kind") {
            Conflict.Kind(rawValue: $0)?.label[page.language].capitalizedFirst ?? $0
        }
        conflicts = listing.records.map { ConflictRow($0, in: encoded.snapshot, page) }
        pages = listing.steps
        isEmpty = listing.records.isEmpty
        weigh = page.link(PagePath.weighing)
    }
}

extension ConflictPages.Item {
    fileprivate init(_ conflict: Conflict, _ snapshot: Snapshot, _ page: PageContext) {
        let (weighing, text) = (snapshot.weighing, WeighingText(snapshot, in: page.language, isMarked: true))
        row = ConflictRow(conflict, in: snapshot, page)
        figures = conflict.figures.prefix(PageContext.mostRecords).map { number in
            let figure = weighing.network.figures[number]
            let statistic = weighing.network.nodes[figure.node].statistic
            return ConflictPages.Figure(
                figure: text.figure(number), sources: text.sources(of: number),
                statistic: LinkView(
                    statistic.title.marked(for: page.language), page.link("/statistics/\(statistic.id)")),
                stands: weighing.standings[number]?.label[page.language],
                without: page.link(PagePath.weighing, figure.claims.map { ("without", $0.id) }))
        }
        let ids = conflict.kind == .values ? [] : conflict.checks(in: snapshot)
        relations = ids.compactMap { snapshot.checks[$0] }.map { check in
            LinkView(
                check.relation.title.marked(for: page.language), page.link(snapshot.page(ofCheck: check.id)))
        }
        hasRelations = !relations.isEmpty
        findings = conflict.checks(in: snapshot).compactMap { snapshot.discrepancies[$0] }
            .map { CheckRow($0, page) }
        hasFindings = !findings.isEmpty
        let knot = weighing.knot(of: conflict.id).map { weighing.knots[$0].id }
        revision = knot.flatMap { snapshot.revisions["\($0)-\(Knot.Unit.statistic.rawValue)"] }.map {
            LinkView(text.title(of: $0), page.link("/revisions/\($0.id)", snapshot.supposition?.query ?? []))
        }
        uses = ReuseLinks(.conflicts, conflict.id, in: page)
    }
}

extension ConflictPages.List: PageView {
    static let template = "conflicts"
    static let members: [TemplateMember<Self>] = [
        .text("count") { $0.count }, .list("kinds") { $0.kinds }, .list("conflicts") { $0.conflicts },
        .list("pages") { $0.pages }, .flag("isEmpty") { $0.isEmpty }, .text("weigh") { $0.weigh },
    ]
}

extension ConflictPages.Item: PageView {
    static let template = "conflict"
    static let members: [TemplateMember<Self>] = [
        .view("row") { $0.row }, .list("figures") { $0.figures }, .list("relations") { $0.relations },
        .flag("hasRelations") { $0.hasRelations }, .list("findings") { $0.findings },
        .flag("hasFindings") { $0.hasFindings }, .optional("revision") { $0.revision },
        .view("uses") { $0.uses },
    ]
}

extension ConflictPages.Figure: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("figure") { $0.figure }, .text("sources") { $0.sources }, .view("statistic") { $0.statistic },
        .optional("stands") { $0.stands }, .text("without") { $0.without },
    ]
}
