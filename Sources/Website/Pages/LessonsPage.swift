import API
import Archive
import Charts
import Checks
import Evidence
import PageLayout
import Problems
import Reasoning
import Rendering
import Templates
import Wording

/// The page `/lessons`: the discrepancies with worksheets.
enum LessonsPage {
    struct View {
        let lessons: [Lesson]
        let isEmpty: Bool
        let pages: [Step]
        /// The worksheet about figures that cannot all be right; nil where all can.
        let weighing: LinkView?
    }

    struct Lesson {
        let title, href, kind, verdict: String
    }

    /// A link to the next or previous page.
    struct Step {
        let label, href, relation: String
    }

    static let route = Route(
        "/lessons", mediaType: Format.html.mediaType, parameters: { [.limit, .cursor, $0.lang] }, dependsOnHost: true,
        lookUp: { context throws(Problem) in
            _ = try ListSelection(from: context.encoded.snapshot.discrepancies, context)
        },
        answer: { context throws(Problem) in
            let page = try context.page()
            let table = context.encoded.snapshot.discrepancies
            let selection = try ListSelection(from: table, context)
            let lessons = selection.positions.map { position in
                let discrepancy = table.records[position]
                return Lesson(
                    title: discrepancy.title.marked(for: page.language), href: page.link("/lessons/\(discrepancy.id)"),
                    kind: discrepancy.kind.label[page.language].capitalizedFirst,
                    verdict: discrepancy.verdict.label[page.language])
            }
            let hasKnots = !context.encoded.snapshot.weighing.knots.isEmpty
            let view = View(
                lessons: lessons, isEmpty: lessons.isEmpty && !hasKnots,
                pages: selection.links.map { Step.all($0, page.words) } ?? [],
                weighing: hasKnots ? LinkView(page.words["weighTitle"], page.link(PagePath.worksheet)) : nil)
            return try WebPage(
                title: page.words["lessonsTitle"],
                description: page.words["lessonsLead"],
                view: view, section: .lessons
            ).result(context, in: page, links: selection.links?.relations ?? [])
        })
}

extension LessonsPage.Step {
    /// Returns the steps that exist.
    static func all(_ links: PageLinks, _ words: Words) -> [LessonsPage.Step] {
        [(links.previous, "previous", "prev"), (links.next, "next", "next")].compactMap { href, key, relation in
            href.map { .init(label: words[key], href: $0.url, relation: relation) }
        }
    }
}

extension LessonsPage.View: PageView {
    static let template = "lessons"
    static let members: [TemplateMember<Self>] = [
        .list("lessons") { $0.lessons }, .flag("isEmpty") { $0.isEmpty }, .list("pages") { $0.pages },
        .optional("weighing") { $0.weighing },
    ]
}

extension LessonsPage.Lesson: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .text("href") { $0.href }, .text("kind") { $0.kind },
        .text("verdict") { $0.verdict },
    ]
}

extension LessonsPage.Step: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("label") { $0.label }, .text("href") { $0.href }, .text("relation") { $0.relation },
    ]
}
