import API
import Archive
import Checks
import Evidence
import HTTPCore
import Lessons
import PageLayout
import Problems
import Reasoning
import Rendering
import Templates
import Wording

/// The page `/weigh`: the knots with boxes, what follows from those that are ticked. The address is the state.
enum WeighPage {
    struct View {
        let title: String
        let lead: String
        let outcome: WeighOutcome?
        /// The knot with the most to see, and the others.
        let knots, others: [KnotView]
        let assumptions: [WeighChoice]
        let hasAssumptions: Bool
        /// Whether a server answers the form.
        let isLive: Bool
        let action, reset: String
        let carried: String?
        let conflicts: LinkView
        let worksheet: String
        /// The line that shows the same in another site's page; nil where the host is not known.
        let embed: String?
    }

    static var routes: [Route] { [page, worksheet] }

    private static var worksheet: Route {
        Route(
            PagePath.worksheet, mediaType: Format.html.mediaType, parameters: { [$0.lang] },
            example: { $0.snapshot.weighing.knots.isEmpty ? nil : PagePath.worksheet }, dependsOnHost: true,
            answer: { context throws(Problem) in
                let (page, snapshot) = (try context.page(), context.encoded.snapshot)
                guard let lesson = KnotLesson(snapshot, in: page.language) else { throw Problem(.notFound) }
                let view = LessonPage.View(lesson, in: snapshot, page)
                let description = page.words.fill("lessonDescription", ["title": view.title])
                return try WebPage(title: view.title, description: description, view: view, section: .weigh)
                    .result(context, in: page)
            })
    }

    private static var page: Route {
        Route(
            PagePath.weighing, mediaType: Format.html.mediaType, parameters: { [$0.lang] }, dependsOnHost: true,
            supposes: true,
            answer: { context throws(Problem) in
                let page = try context.page()
                let embed = EmbedPage(weighing: context.encoded, context, kit: EmbedKit(page.web))
                let view = View(context.encoded, page, frameHeight: embed.height(atWidth: OEmbed.width))
                let webPage = WebPage(
                    title: view.title, description: page.words["weighDescription"], view: view,
                    section: .weigh,
                    scripts: page.isStatic ? ["copy.js"] : ["weigh.js", "copy.js"])
                return try webPage.result(context, in: page)
            })
    }
}

extension WeighPage.View {
    /// `frameHeight` is how high the embed is that shows the same, in CSS pixels.
    fileprivate init(_ encoded: EncodedSnapshot, _ page: PageContext, frameHeight: Int) {
        let base = encoded.supposition?.base ?? encoded
        let (words, snapshot) = (page.words, base.snapshot)
        let given = Set(encoded.supposition?.supposed.without ?? [])
        let assumed = Set(encoded.supposition?.supposed.assume ?? [])
        title = words["weighTitle"]
        let count = snapshot.conflicts.listedCount
        lead =
            count == 0
            ? words[snapshot.weighing.truncated.isEmpty ? .weighFits : .weighUnfinished]
            : words[page.isStatic ? "weighFiles" : "weighLead"]
        outcome = encoded.supposition.map { WeighOutcome($0.supposed, from: base.snapshot, to: encoded.snapshot, page) }
        let all = KnotView.all(in: snapshot, after: encoded.snapshot, outcome?.outcome, given, page)
        knots = Array(all.prefix(1))
        others = Array(all.dropFirst())
        let isLive = !page.isStatic
        self.isLive = isLive
        assumptions = snapshot.checks.records.lazy.filter { $0.relation.comparability != nil }
            .prefix(PageContext.mostRecords).map { check in
                WeighChoice(check.relation, isChosen: assumed.contains(check.id), isLive, page)
            }
        hasAssumptions = isLive && !assumptions.isEmpty
        action = page.located(PagePath.weighing)
        reset = page.link(PagePath.weighing)
        carried = page.chosen?.rawValue
        worksheet = page.link(PagePath.worksheet)
        conflicts = LinkView(words.count("countConflicts", count), page.link("/conflicts"))
        let title = title
        embed = page.origin.map { origin in
            EmbedAddress.iframe(
                of: page.located("/embed" + PagePath.weighing)
                    + PageContext.text(page.supposed + [(name: Parameter.lang, value: page.language.rawValue)]),
                at: origin, title: title, width: OEmbed.width, height: frameHeight)
        }
    }
}

extension WeighPage.View: PageView {
    static let template = "weigh"
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .text("lead") { $0.lead }, .optional("outcome") { $0.outcome },
        .list("knots") { $0.knots }, .list("others") { $0.others }, .flag("hasKnots") { !$0.knots.isEmpty },
        .flag("isAssumed") { $0.assumptions.contains(where: \.isChosen) },
        .flag("isElsewhere") { view in
            view.outcome != nil && !(view.knots + view.others).contains { $0.outcome != nil }
                && !view.assumptions.contains(where: \.isChosen)
        }, .list("assumptions") { $0.assumptions },
        .flag("hasAssumptions") { $0.hasAssumptions }, .flag("isLive") { $0.isLive }, .text("action") { $0.action },
        .text("reset") { $0.reset }, .optional("carried") { $0.carried }, .view("conflicts") { $0.conflicts },
        .text("worksheet") { $0.worksheet }, .optional("embed") { $0.embed },
    ]
}
