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

/// The page `/`: what this is, the chronology, the most telling discrepancies, and the ways in.
enum HomePage {
    struct View {
        let title, description: String
        let counts: [LinkView]
        let findings: [CheckRow]
        let all: String
        /// Conflicts that no single check shows.
        let conflicts: [ConflictRow]
        let weigh: LinkView
        let timeline: String?
        let commands: [Command]
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
        findings = encoded.once("mostTelling") {
            Array(snapshot.discrepancies.records.sorted(by: Discrepancy.isMoreTelling).prefix(HomePage.mostFindings))
        }.map { CheckRow($0, page) }
        all = page.link("/discrepancies")
        conflicts = snapshot.conflicts.records.lazy.filter { $0.kind == .relations && !$0.isMixed }
            .prefix(HomePage.mostFindings).map { ConflictRow($0, in: snapshot, page) }
        weigh = LinkView(words["weighTitle"], page.link(PagePath.weighing))
        timeline = encoded.drawnTimeline(in: page.language)
        let first = snapshot.discrepancies.records.first.map { APIPath.below("discrepancies", "\($0.id).txt") }
        commands = [
            ("curlIndex", APIPath.root + ".txt"), ("curlTable", APIPath.below("claims.csv")), ("curlOne", first),
        ].compactMap { key, path in
            path.map { .init(what: words[key], line: "curl " + page.absolute(page.located($0))) }
        }
    }
}

extension HomePage.View: PageView {
    static let template = "home"
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .text("description") { $0.description }, .list("counts") { $0.counts },
        .list("findings") { $0.findings }, .flag("hasFindings") { !$0.findings.isEmpty }, .text("all") { $0.all },
        .list("conflicts") { $0.conflicts }, .flag("hasConflicts") { !$0.conflicts.isEmpty },
        .view("weigh") { $0.weigh }, .optional("timeline") { $0.timeline },
        .list("commands") { $0.commands },
    ]
}

extension HomePage.Command: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("what") { $0.what }, .text("line") { $0.line },
    ]
}
