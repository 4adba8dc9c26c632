import API
import Archive
import HTTPCore
import PageLayout
import Problems
import Rendering
import Templates
import Wording

/// A problem as a page in the reader's language, with what the reader may have meant.
struct ProblemPage {
    struct View {
        let code: Int
        let heading, sentence: String
        /// What happened; nil where the pages that may have been meant say more.
        let detail: String?
        /// What there is instead.
        let lead: LinkView?
        let faults: [Fault]
        let near: [NearMatch]
        let hasNear: Bool
    }

    /// A parameter that was wrong.
    struct Fault {
        let parameter: String
        let detail: String
        let accepts: String?
    }

    /// The number of accepted values up to which they are listed.
    private static let mostAccepted = 40

    let response: Response

    /// Creates the page; `paths` are the existing pages. Throws if a template is broken.
    init(
        _ problem: Problem, _ request: borrowing Request, to reader: ProblemReader, _ page: PageContext,
        _ snapshot: Snapshot, paths: [String]
    ) throws(WebError) {
        let words = page.words
        let known =
            ["404", "400", "410"].contains("\(problem.status.code)") ? "problem\(problem.status.code)" : "problemOther"
        let details = problem.details(in: page.language, instance: request.path)
        let near =
            problem.status == .notFound ? NearMatches(to: request.path, in: page, snapshot, paths: paths).found : []
        // What was here says more than that nothing is.
        let isTold = problem.lead != nil || problem.status == .gone
        let view = View(
            code: Int(problem.status.code), heading: words[known],
            sentence: isTold ? problem.text(in: page.language) : words[known + "Sentence"],
            detail: isTold || problem.status == .notFound ? nil : details.detail,
            lead: problem.lead.map { lead in
                // A query has the language already.
                LinkView(lead.label[page.language], lead.path.contains("?") ? lead.path : page.current(lead.path))
            },
            faults: details.errors.compactMap { violation in
                violation.parameter.map { parameter in
                    Fault(
                        parameter: parameter, detail: violation.detail,
                        accepts: violation.accepts.isEmpty
                            ? nil : violation.accepts.prefix(ProblemPage.mostAccepted).joined(separator: ", "))
                }
            }, near: near, hasNear: !near.isEmpty)
        let webPage = WebPage(
            title: view.heading, description: view.sentence, view: view)
        var fields = problem.fields(to: reader, as: Format.html.mediaType)
        fields.append(.contentLanguage, page.language.rawValue)
        // Who frames a version that is gone sees why.
        let isFramed = problem.status == .gone && Permalink.plain(request.path).hasPrefix("/embed/")
        fields.append(.contentSecurityPolicy, isFramed ? WebPage<View>.framedPolicy : WebPage<View>.policy)
        response = Response(problem.status, fields: fields, body: Body(try webPage.html(in: page)))
    }
}

extension ProblemPage.View: PageView {
    static let template = "problem"
    static let members: [TemplateMember<Self>] = [
        .text("code") { "\($0.code)" }, .text("heading") { $0.heading }, .text("sentence") { $0.sentence },
        .optional("detail") { $0.detail }, .optional("lead") { $0.lead }, .list("faults") { $0.faults },
        .list("near") { $0.near },
        .flag("hasNear") { $0.hasNear },
    ]
}

extension ProblemPage.Fault: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("parameter") { $0.parameter }, .text("detail") { $0.detail }, .optional("accepts") { $0.accepts },
    ]
}
