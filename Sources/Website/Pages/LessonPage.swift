import API
import Archive
import Charts
import Checks
import Evidence
import HTTPCore
package import Lessons
import PageLayout
import Problems
import Rendering
package import Templates
import Wording

/// The page `/lessons/{id}`: a discrepancy as a worksheet: the passages on one sheet of paper, the questions on the next, and
/// a key for the teacher on another.
enum LessonPage {
    /// The most relations that a sheet has room for.
    private static let mostRelations = 6

    struct View {
        let title: String
        /// What pupils of a discrepancy should know beforehand, a line each.
        let context: [String]
        let chronology: [Lesson.Moment]
        /// What the words mean that pupils meet on the sheet.
        let glossary: [Lesson.Fact]
        /// The sources of a discrepancy, each with its passages.
        let witnesses: [Lesson.Witness]
        /// The figures of a knot.
        let figures: [KnotLesson.Figure]
        /// How the statistics of a knot belong together, a line each.
        let relations: [String]
        /// A link to all claims, if they are more.
        let all: LinkView?
        let drawing: String?
        /// Aim, time and the rest that a teacher plans by.
        let frame: [Lesson.Fact]
        let questions: [Question]
        /// The verdict of a discrepancy, with its explanation; nil of a knot.
        let verdict: String?
        let explanation: String
        /// The URL of the discrepancy, for readers of the printed sheet.
        let address: String
        let attribution: String
        let record: LinkView
        /// The questions of a discrepancy for Moodle.
        let gift: LinkView?
        /// Whether the answers are on the page, for the teacher.
        let hasKey: Bool
        /// The page without them; nil on that page, and where there is none.
        let sheet: LinkView?
    }

    struct Question {
        let asked: String
        /// One element for each line to write on.
        let lines: [String]
        /// The class for the share of the remaining space that the answer gets.
        let room: String
        let answers: [String]
    }

    static let routes = [route("/lessons/{id}", hasKey: true), route("/lessons/{id}/sheet", hasKey: false)]

    private static func route(_ path: String, hasKey: Bool) -> Route {
        Route(
            path, mediaType: Format.html.mediaType, parameters: { [$0.lang] },
            example: { encoded in
                encoded.snapshot.discrepancies.records.first.map { path.replacing("{id}", with: $0.id) }
            },
            dependsOnHost: true,
            answer: { context throws(Problem) in
                let (page, snapshot) = (try context.page(), context.encoded.snapshot)
                let id = context.path["id"] ?? ""
                let view = View(try lesson(id, in: snapshot, page), hasKey: hasKey, in: snapshot, page)
                let discrepancy = snapshot.discrepancies[id]
                return try WebPage(
                    title: view.title,
                    description: page.words.fill("lessonDescription", ["title": view.title]), view: view,
                    record: page.isEarlier ? discrepancy.flatMap { ComparedRecord($0, in: snapshot) } : nil,
                    section: .lessons,
                    embed: hasKey ? Embed(kind: .discrepancies, id: id).path : nil,
                    scripts: ["sheet.js"]
                ).result(context, in: page)
            })
    }

    /// Returns the lesson with an id. Throws 404 if there is none.
    static func lesson(_ id: String, in snapshot: Snapshot, _ page: PageContext) throws(Problem) -> Lesson {
        let lesson = Lesson(id, in: snapshot, language: page.language, mostRecords: PageContext.mostRecords)
        guard let lesson else { throw .unknown(id, on: snapshot.discrepancies) }
        return lesson
    }
}

extension LessonPage.View {
    fileprivate init(_ lesson: Lesson, hasKey: Bool, in snapshot: Snapshot, _ page: PageContext) {
        let (language, id) = (page.language, lesson.check.id)
        let discrepancy = snapshot.discrepancies[id]
        title = lesson.heading
        (context, chronology, frame) = (lesson.context, lesson.chronology, lesson.frame)
        glossary = lesson.glossary
        witnesses = lesson.witnesses
        figures = []
        relations = []
        all = page.all(
            "countClaims", lesson.allClaims(of: lesson.check.relation.figures).count,
            APIPath.below("checks", "\(id)/readings"))
        drawing = discrepancy.flatMap { discrepancy in
            page.web.drawings.drawing(on: "/discrepancies/" + id, in: language, of: snapshot) {
                Picture(discrepancy, in: snapshot, language)?.inline
            }
        }
        questions = lesson.questions.map(LessonPage.Question.init)
        verdict = lesson.check.verdict.label[language].capitalizedFirst
        explanation = lesson.explanation.marked(for: language)
        let href = page.link((discrepancy == nil ? "/checks/" : "/discrepancies/") + id)
        address = page.absolute(href)
        attribution = snapshot.dataset.identity.attribution.marked(for: language)
        record = LinkView(discrepancy == nil ? title : page.words["lessonRecord"], href)
        gift = LinkView(page.words["lessonGIFT"], page.link(GIFTRoute.path(id)))
        self.hasKey = hasKey
        sheet = hasKey ? LinkView(page.words["lessonSheet"], page.link("/lessons/\(id)/sheet")) : nil
    }
}

extension LessonPage.View {
    /// Creates the sheet of a knot.
    init(_ lesson: KnotLesson, in snapshot: Snapshot, _ page: PageContext) {
        title = page.words["weighTitle"]
        (context, chronology, glossary, witnesses) = (lesson.context, [], lesson.glossary, [])
        (frame, figures) = (lesson.frame, lesson.figures)
        all = nil
        relations =
            KnotChart(lesson.knot, of: snapshot.weighing, in: snapshot, page.language)
            .map { KnotTable($0).rows.prefix(LessonPage.mostRelations).map(\.text) } ?? []
        drawing = Picture(knot: lesson.knot, of: snapshot.weighing, in: snapshot, page.language)?.inline
        questions = lesson.questions.map(LessonPage.Question.init)
        verdict = nil
        explanation = ""
        address = page.absolute(page.link(PagePath.weighing))
        attribution = snapshot.dataset.identity.attribution.marked(for: page.language)
        record = LinkView(title, page.link(PagePath.weighing))
        (gift, sheet, hasKey) = (nil, nil, true)
    }
}

extension LessonPage.Question {
    /// The maximum number of lines on a sheet; those that do not fit are cut off.
    private static let mostLines = 14

    init(_ question: Lesson.Question) {
        self.init(
            asked: question.text, lines: Array(repeating: "", count: Self.mostLines), room: "room\(question.lines)",
            answers: question.answers)
    }
}

extension LessonPage.View: PageView {
    static let template = "lesson"
    static let members: [TemplateMember<Self>] = [
        .text("title") { $0.title }, .list("context") { $0.context }, .flag("hasContext") { !$0.context.isEmpty },
        .list("chronology") { $0.chronology }, .flag("hasChronology") { !$0.chronology.isEmpty },
        .list("glossary") { $0.glossary }, .flag("hasGlossary") { !$0.glossary.isEmpty },
        .list("frame") { $0.frame }, .list("witnesses") { $0.witnesses }, .list("figures") { $0.figures },
        .flag("hasFigures") { !$0.figures.isEmpty }, .list("relations") { $0.relations },
        .optional("all") { $0.all }, .optional("drawing") { $0.drawing }, .list("questions") { $0.questions },
        .optional("verdict") { $0.verdict }, .text("explanation") { $0.explanation },
        .text("address") { $0.address }, .text("attribution") { $0.attribution }, .view("record") { $0.record },
        .optional("gift") { $0.gift },
        .flag("hasKey") { $0.hasKey }, .optional("sheet") { $0.sheet },
    ]
}

extension Lesson.Witness: TemplateView {
    package static let members: [TemplateMember<Self>] = [
        .optional("letter") { $0.letter }, .text("title") { $0.title }, .list("facts") { $0.facts },
        .optional("address") { $0.address }, .optional("code") { $0.code }, .list("passages") { $0.passages },
    ]
}

extension Lesson.Moment: TemplateView {
    package static let members: [TemplateMember<Self>] = [.text("date") { $0.date }, .text("title") { $0.title }]
}

extension Lesson.Fact: TemplateView {
    package static let members: [TemplateMember<Self>] = [.text("name") { $0.name }, .text("value") { $0.value }]
}

extension Lesson.Passage: TemplateView {
    package static let members: [TemplateMember<Self>] = [
        .text("place") { $0.place }, .list("printed") { $0.printed }, .list("tells") { $0.tells },
    ]
}

extension KnotLesson.Figure: TemplateView {
    package static let members: [TemplateMember<Self>] = [
        .text("printed") { $0.printed }, .text("subject") { $0.subject }, .text("sources") { $0.sources },
    ]
}

extension LessonPage.Question: TemplateView {
    static let members: [TemplateMember<Self>] = [
        .text("asked") { $0.asked }, .list("lines") { $0.lines }, .text("room") { $0.room },
        .list("answers") { $0.answers },
    ]
}
