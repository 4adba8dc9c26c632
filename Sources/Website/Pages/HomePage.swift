import API
import Archive
import Checks
import Evidence
import PageLayout
import Problems
import Reasoning
import Rendering
import Templates
import Wording

/// The page `/`: what this is, the most telling discrepancy with its picture, the next ones, and the ways in.
enum HomePage {
    struct View {
        let title, description: String
        let counts: [LinkView]
        /// The most telling discrepancy.
        let story: Story?
        /// The next ones, those together that rest on one place in a source.
        let groups: [Group]
        let all: String
        /// Conflicts that no single check shows.
        let conflicts: [ConflictRow]
        let weigh: LinkView
        let commands: [Command]
    }

    /// A discrepancy told with its picture.
    struct Story {
        let row: CheckRow
        let explanation: String
        let drawing: String?
    }

    struct Group {
        /// The place that they share, in a sentence; nil where they share none.
        let shared: String?
        let findings: [CheckRow]
    }

    /// A line for a terminal.
    struct Command {
        let what, line: String
    }

    fileprivate static let mostFindings = 5

    static func result(_ context: borrowing RequestContext) throws(Problem) -> RouteResult {
        let page = try context.page()
        let snapshot = context.encoded.snapshot
        let view = View(context.encoded, page)
        let webPage = WebPage(
            title: "Akistata: " + view.title, description: view.description, view: view,
            data: APIPath.root, isHome: true, linked: LinkedText.dataset(snapshot, in: page.languages))
        return try webPage.result(context, in: page, links: DescriptionPath.links)
    }
}

extension HomePage.View {
    fileprivate init(_ encoded: EncodedSnapshot, _ page: PageContext) {
        let (words, snapshot) = (page.words, encoded.snapshot)
        title = page.identity.title.marked(for: page.language)
        description = page.identity.description.marked(for: page.language)
        counts = [
            ("countDiscrepancies", snapshot.discrepancies.records.count, "/discrepancies"),
            ("countStatistics", snapshot.statistics.records.count, "/statistics"),
            ("countEvents", snapshot.events.records.count, "/events"),
            ("countSources", snapshot.sources.records.count, "/sources"),
        ].map { key, count, path in LinkView(words.count(key, count), page.link(path)) }
        let telling = encoded.once("mostTelling") {
            Array(snapshot.discrepancies.records.sorted(by: Discrepancy.isMoreTelling).prefix(HomePage.mostFindings))
        }
        story = telling.first.map { HomePage.Story($0, snapshot, page) }
        groups = HomePage.Group.all(telling, snapshot, page)
        all = page.link("/discrepancies")
        conflicts = snapshot.conflicts.records.lazy.filter { $0.kind == .relations && !$0.isMixed }
            .prefix(HomePage.mostFindings).map { ConflictRow($0, in: snapshot, page) }
        weigh = LinkView(words["weighTitle"], page.link(PagePath.weighing))
        let first = snapshot.discrepancies.records.first.map { APIPath.below("discrepancies", "\($0.id).txt") }
        commands = [
            ("curlIndex", APIPath.root + ".txt"), ("curlTable", APIPath.below("claims.csv")), ("curlOne", first),
        ].compactMap { key, path in
            path.map { .init(what: words[key], line: "curl " + page.absolute(page.located($0))) }
        }
    }
}

extension HomePage.Story {
    fileprivate init(_ discrepancy: Discrepancy, _ snapshot: Snapshot, _ page: PageContext) {
        row = CheckRow(discrepancy, page)
        explanation = discrepancy.explanation.marked(for: page.language)
        drawing = DiscrepancyPages.drawing(of: discrepancy, in: snapshot, page)
    }
}

extension HomePage.Group {
    /// A place in a source.
    private struct Place: Hashable {
        let source: String
        let locator: Locator
    }

    /// Returns all but the first, which stands above, each with those that have the place in common that most of them rest on.
    fileprivate static func all(_ found: [Discrepancy], _ snapshot: Snapshot, _ page: PageContext) -> [Self] {
        let places = found.map { discrepancy in
            discrepancy.check.claims.map { Place(source: $0.source, locator: $0.citation.locator) }.uniqued()
        }
        var counts: [Place: Int] = [:]
        for place in places.joined() { counts[place, default: 0] += 1 }
        let shared = places.map { own -> Place? in
            let most = own.map { counts[$0, default: 0] }.max() ?? 0
            return most > 1 ? own.first { counts[$0] == most } : nil
        }
        return shared.dropFirst().uniqued().map { place in
            let rows = found.indices.dropFirst().filter { shared[$0] == place }.map { CheckRow(found[$0], page) }
            let words = place.map { place in
                page.words.fill(
                    shared.first == place ? "homeSharedAbove" : "homeShared",
                    ["place": "\(page.source(place.source, in: snapshot).label), \(page.place(place.locator))"])
            }
            return .init(shared: words, findings: rows)
        }
    }
}

extension HomePage.View: PageView {
    static let template = "home"
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .text("description") { $0.description }, .list("counts") { $0.counts },
        .optional("story") { $0.story }, .list("groups") { $0.groups }, .flag("hasGroups") { !$0.groups.isEmpty },
        .text("all") { $0.all },
        .list("conflicts") { $0.conflicts }, .flag("hasConflicts") { !$0.conflicts.isEmpty },
        .view("weigh") { $0.weigh }, .list("commands") { $0.commands },
    ]
}

extension HomePage.Story: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .view("row") { $0.row }, .text("explanation") { $0.explanation }, .optional("drawing") { $0.drawing },
    ]
}

extension HomePage.Group: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .optional("shared") { $0.shared }, .list("findings") { $0.findings },
    ]
}

extension HomePage.Command: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("what") { $0.what }, .text("line") { $0.line },
    ]
}
