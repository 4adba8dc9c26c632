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
        let record: LinkView
        /// The questions of a discrepancy for Moodle.
        let gift: LinkView?
    }

    struct Question {
        let asked: String
        /// One element for each line to write on.
        let lines: [String]
        /// The class for the share of the remaining space that the answer gets.
        let room: String
        let answers: [String]
    }

    static let route = Route(
        "/lessons/{id}", mediaType: Format.html.mediaType, parameters: { [$0.lang] },
        example: { encoded in encoded.snapshot.discrepancies.records.first.map { "/lessons/\($0.id)" } },
        dependsOnHost: true,
        answer: { context throws(Problem) in
            let page = try context.page()
            let snapshot = context.encoded.snapshot
            let id = context.path["id"] ?? ""
            guard let discrepancy = snapshot.discrepancies[id] else { throw .unknown(id, on: snapshot.discrepancies) }
            let title = discrepancy.title.marked(for: page.language)
            return try WebPage(
                title: title,
                description: page.words.fill("lessonDescription", ["title": title]),
                view: View(discrepancy, in: snapshot, page),
                record: page.isEarlier ? ComparedRecord(discrepancy, in: snapshot) : nil, section: .lessons,
                embed: Embed(kind: .discrepancies, id: discrepancy.id).path
            ).result(context, in: page)
        })
}

extension LessonPage.View {
    fileprivate init(_ discrepancy: Discrepancy, in snapshot: Snapshot, _ page: PageContext) {
        let language = page.language
        let lesson = Lesson(
            discrepancy: discrepancy, snapshot: snapshot, language: page.language, mostRecords: PageContext.mostRecords)
        title = discrepancy.title.marked(for: language)
        (context, chronology, frame) = (lesson.context, lesson.chronology, lesson.frame)
        glossary = lesson.glossary
        witnesses = lesson.witnesses
        figures = []
        relations = []
        all = page.all(
            "countClaims", lesson.allClaims(of: discrepancy.check.relation.figures).count,
            APIPath.below("checks", "\(discrepancy.id)/readings"))
        drawing = page.web.drawings.drawing(on: "/discrepancies/" + discrepancy.id, in: language, of: snapshot) {
            Picture(discrepancy, in: snapshot, language)?.inline
        }
        questions = lesson.questions.map(LessonPage.Question.init)
        verdict = discrepancy.verdict.label[language].capitalizedFirst
        explanation = discrepancy.explanation.marked(for: language)
        address = page.absolute(page.link("/discrepancies/\(discrepancy.id)"))
        record = LinkView(page.words["lessonRecord"], page.link("/discrepancies/\(discrepancy.id)"))
        gift = LinkView(page.words["lessonGIFT"], page.link(GIFTRoute.path(discrepancy.id)))
    }
}

extension LessonPage.View {
    /// Creates the sheet of a knot.
    init(_ lesson: KnotLesson, in snapshot: Snapshot, _ page: PageContext) {
        title = page.words["weighTitle"]
        (context, chronology, glossary, witnesses) = ([], [], [], [])
        frame = [
            .init(name: page.words["lessonAim"], value: Stage.whole.aim(in: page.language)),
            .init(name: page.words["lessonTime"], value: page.words.count("countMinutes", Stage.whole.minutes)),
        ]
        figures = lesson.figures
        all = nil
        relations =
            KnotChart(lesson.knot, of: snapshot.weighing, in: snapshot, page.language)
            .map { KnotTable($0).rows.prefix(LessonPage.mostRelations).map(\.text) } ?? []
        drawing = Picture(knot: lesson.knot, of: snapshot.weighing, in: snapshot, page.language)?.inline
        questions = lesson.questions.map(LessonPage.Question.init)
        verdict = nil
        explanation = ""
        address = page.absolute(page.link(PagePath.weighing))
        record = LinkView(title, page.link(PagePath.weighing))
        gift = nil
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
        .flag("hasTexts") { !$0.witnesses.isEmpty }, .list("relations") { $0.relations },
        .optional("all") { $0.all }, .optional("drawing") { $0.drawing }, .list("questions") { $0.questions },
        .optional("verdict") { $0.verdict }, .text("explanation") { $0.explanation },
        .text("address") { $0.address }, .view("record") { $0.record }, .optional("gift") { $0.gift },
    ]
}

extension Lesson.Witness: TemplateView {
    package static let members: [TemplateMember<Self>] = [
        .optional("letter") { $0.letter }, .text("title") { $0.title }, .list("facts") { $0.facts },
        .optional("address") { $0.address }, .list("passages") { $0.passages },
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
