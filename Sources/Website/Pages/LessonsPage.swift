import API
import Archive
import Charts
import Checks
import Evidence
import Lessons
import PageLayout
import Problems
import Reasoning
import Rendering
import Templates
import Wording

/// The page `/lessons`: the worksheets as a course. Of a dataset with more than a page of them, each page is in its order.
enum LessonsPage {
    struct View {
        /// The lesson for a class that has time for one.
        let single: LinkView?
        let stages: [Part]
        let pages: [Step]
    }

    /// The lessons of one stage.
    struct Part {
        let title, aim: String
        let lessons: [Lesson]
    }

    struct Lesson {
        let title, href: String
        /// How long it takes, and what it is about.
        let note: String
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
            let discrepancies = selection.positions.map { table.records[$0] }
            let snapshot = context.encoded.snapshot
            let hasKnots = !snapshot.weighing.knots.isEmpty
            // What holds comes after all that does not.
            let others = selection.links?.next == nil ? Lessons.Lesson.ofChecks(in: snapshot) : []
            let checks = discrepancies.map(\.check) + others.compactMap { snapshot.checks[$0] }
            let parts = Stage.allCases.map { stage in
                let own = checks.filter { Stage($0) == stage }.map { Lesson($0, at: stage, snapshot, page) }
                let weighing = stage == .whole && hasKnots ? [Lesson(weighing: page)] : []
                return Part(
                    title: stage.title(in: page.language), aim: stage.aim(in: page.language), lessons: own + weighing)
            }
            let single = snapshot.dataset.lessons.single.flatMap { id in
                snapshot.checks[id].map { Lesson($0, at: Stage($0), snapshot, page) }
            }
            let view = View(
                single: single.map { LinkView($0.title, $0.href) },
                stages: parts.filter { !$0.lessons.isEmpty },
                pages: selection.links.map { Step.all($0, page.words) } ?? [])
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

extension LessonsPage.Lesson {
    fileprivate init(_ check: Check, at stage: Stage, _ snapshot: Snapshot, _ page: PageContext) {
        let plan = snapshot.dataset.lessons.plans[check.id]
        title = (plan?.title ?? check.relation.title).marked(for: page.language)
        href = page.link("/lessons/\(check.id)")
        note = [
            page.words.count("countMinutes", plan?.minutes ?? stage.minutes),
            snapshot.discrepancies[check.id]?.kind.label[page.language], check.verdict.label[page.language],
        ].compactMap { $0 }.joined(separator: " · ")
    }

    /// Creates the lesson about figures that cannot all be right.
    fileprivate init(weighing page: PageContext) {
        title = page.words["weighTitle"]
        href = page.link(PagePath.worksheet)
        note = page.words.count("countMinutes", Stage.whole.minutes) + " · " + page.words["weighConflicts"]
    }
}

extension LessonsPage.View: PageView {
    static let template = "lessons"
    static let members: [TemplateMember<Self>] = [
        .optional("single") { $0.single }, .list("stages") { $0.stages }, .flag("isEmpty") { $0.stages.isEmpty },
        .list("pages") { $0.pages },
    ]
}

extension LessonsPage.Part: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .text("aim") { $0.aim }, .list("lessons") { $0.lessons },
    ]
}

extension LessonsPage.Lesson: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .text("href") { $0.href }, .text("note") { $0.note },
    ]
}

extension LessonsPage.Step: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("label") { $0.label }, .text("href") { $0.href }, .text("relation") { $0.relation },
    ]
}
