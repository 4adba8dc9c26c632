import API
import Archive
import Checks
import Evidence
import HTTPCore
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
        let knots: [KnotView]
        let assumptions: [WeighChoice]
        let hasAssumptions: Bool
        /// Whether a server answers the form.
        let isLive: Bool
        let action, reset: String
        let carried: String?
        let conflicts: LinkView
    }

    static let path = "/weigh"

    static var route: Route {
        Route(
            path, mediaType: Format.html.mediaType, parameters: { [$0.lang] }, dependsOnHost: true, supposes: true,
            answer: { context throws(Problem) in
                let page = try context.page()
                let view = View(context.encoded, page)
                let webPage = WebPage(
                    title: view.title, description: page.words["weighDescription"], view: view,
                    data: APIPath.below("conflicts"), section: .weigh, scripts: ["weigh.js"])
                return try webPage.result(context, in: page)
            })
    }
}

extension WeighPage.View {
    init(_ encoded: EncodedSnapshot, _ page: PageContext) {
        let base = encoded.supposition?.base ?? encoded
        let (words, snapshot) = (page.words, base.snapshot)
        let given = Set(encoded.supposition?.supposed.without ?? [])
        let assumed = Set(encoded.supposition?.supposed.assume ?? [])
        title = words["weighTitle"]
        let count = snapshot.conflicts.listedCount
        lead =
            count == 0
            ? words[snapshot.weighing.truncated.isEmpty ? .weighFits : .weighUnfinished] : words["weighLead"]
        outcome = encoded.supposition.map { WeighOutcome($0.supposed, from: base.snapshot, to: encoded.snapshot, page) }
        knots = KnotView.all(in: base.snapshot, after: encoded.snapshot, given, page)
        assumptions = snapshot.checks.records.lazy.filter { $0.relation.comparability != nil }
            .prefix(PageContext.mostRecords).map { check in
                WeighChoice(check.relation, isChosen: assumed.contains(check.id), page)
            }
        hasAssumptions = !assumptions.isEmpty
        isLive = !page.isStatic
        action = page.located(WeighPage.path)
        reset = page.link(WeighPage.path)
        carried = page.chosen?.rawValue
        conflicts = LinkView(words.count("countConflicts", count), page.link("/conflicts"))
    }
}

extension WeighPage.View: PageView {
    static let template = "weigh"
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .text("lead") { $0.lead }, .optional("outcome") { $0.outcome },
        .list("knots") { $0.knots }, .list("assumptions") { $0.assumptions },
        .flag("hasAssumptions") { $0.hasAssumptions }, .flag("isLive") { $0.isLive }, .text("action") { $0.action },
        .text("reset") { $0.reset }, .optional("carried") { $0.carried }, .view("conflicts") { $0.conflicts },
    ]
}
