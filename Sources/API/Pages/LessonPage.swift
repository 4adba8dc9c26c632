import Archive
import Evidence
import HTTPCore

/// `/lessons/{id}`: a discrepancy as a worksheet on one sheet of paper, and a key for the teacher on the next.
enum LessonPage {
    struct View {
        let title: String
        let witnesses: [Witness]
        /// Whether it is figures or dates that are compared, and no statements.
        let hasSubjects: Bool
        /// What the figures or dates are headed by.
        let column: String
        let drawing: String?
        let questions: [Question]
        let verdict, explanation: String
        /// The source where there is one only, as a sentence.
        let onlySource: String?
        /// The address of the discrepancy, for who holds the paper.
        let address: String
        let record: String
    }

    struct Witness {
        let says: String
        let about: String
        let places: [String]
    }

    struct Question {
        let asked: String
        /// One for each line to write on.
        let lines: [Int]
        /// The room that the answer gets of what is left on the sheet: a class.
        let room: String
        let answers: [String]
    }

    static let route = Route(
        "/lessons/{id}", "A worksheet about one of the discrepancies.", mediaType: Format.html.mediaType,
        parameters: { _ in [.lang] },
        example: { edition in edition.snapshot.discrepancies.records.first.map { "/lessons/\($0.id)" } },
        dependsOnHost: true,
        answer: { exchange throws(Problem) in
            let frame = try exchange.frame()
            let snapshot = exchange.edition.snapshot
            let id = exchange.path["id"] ?? ""
            guard let discrepancy = snapshot.discrepancies[id] else { throw .unknown(id, on: snapshot.discrepancies) }
            let title = discrepancy.title[frame.language]
            return try WebPage(
                template: .lesson, title: title,
                description: frame.words.fill("lessonDescription", ["title": frame.language.quoted(title)]),
                view: View(discrepancy, in: snapshot, frame), section: .lessons,
                embed: Embed(kind: .discrepancies, id: discrepancy.id).path
            ).reply(exchange, in: frame)
        })
}

extension LessonPage.View {
    /// As many lines as a sheet could have: those for which there is no room are cut off.
    private static let mostLines = 14

    fileprivate init(_ discrepancy: Discrepancy, in snapshot: Snapshot, _ frame: Frame) {
        let language = frame.language
        let lesson = Lesson(discrepancy: discrepancy, snapshot: snapshot, words: frame.words)
        title = discrepancy.title[language]
        let said = lesson.witnesses
        witnesses = said.map { .init(says: $0.says, about: $0.subject ?? "", places: $0.places) }
        hasSubjects = said.contains { $0.subject != nil }
        column = frame.words[discrepancy.kind == .periodConflict ? "date" : "printed"]
        drawing = Picture(discrepancy, in: snapshot, language)?.inline
        questions = lesson.questions.map { question in
            LessonPage.Question(
                asked: question.text, lines: Array(1...Self.mostLines), room: "room\(question.lines)",
                answers: question.answers)
        }
        verdict = discrepancy.verdict.label[language].capitalizedFirst
        explanation = discrepancy.explanation[language]
        onlySource = lesson.onlySource.map { frame.words.fill("lessonOnlySource", ["source": $0]) }
        address = frame.absolute(frame.link("/discrepancies/\(discrepancy.id)"))
        record = frame.link("/discrepancies/\(discrepancy.id)")
    }
}
