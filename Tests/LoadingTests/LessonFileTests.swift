import Archive
import Evidence
import TestSupport
import Testing

@testable import Loading

@Suite("What the editor adds for the classroom")
struct LessonFileTests {
    private static let file = """
        {"$schema": "../../schemas/lessons.json",
         "context": [{"en": "It rained for a month.", "lt": "Lijo mėnesį."}],
         "care": {"en": "People drowned.", "lt": "Žuvo žmonių."},
         "lessons": [
          {"id": "banks", "aim": {"en": "They add up.", "lt": "Sudeda."}, "minutes": 30,
           "grouping": {"en": "In pairs.", "lt": "Poromis."}, "easier": {"en": "Add.", "lt": "Sudėkite."},
           "harder": {"en": "Explain.", "lt": "Paaiškinkite."}, "denial": {"en": "It did rain.", "lt": "Lijo."},
           "context": [{"en": "There are two banks.", "lt": "Krantai du."}],
           "answers": [{"quality": "full", "answer": {"en": "Both.", "lt": "Abu."}, "credit": {"en": "For both.", "lt": "Už abu."}}]},
          {"id": "left-claims"}]}
        """

    static let dataset = SmallDataset().replacing(LessonFile.name, with: file)

    @Test("is read with the dataset, and a dataset has nothing of it without the file")
    func read() throws {
        let lessons = try Self.dataset.load().dataset.lessons
        #expect(lessons.context.map { $0[LanguageTag("en")] } == ["It rained for a month."])
        #expect(lessons.plans.keys.sorted() == ["banks", "left-claims"])
        let plan = try #require(lessons.plans["banks"])
        #expect(plan.minutes == 30 && plan.harder?[LanguageTag("lt")] == "Paaiškinkite.")
        #expect(plan.answers.map(\.quality) == [.full] && plan.context.count == 1)
        #expect(try SmallDataset().load().dataset.lessons == LessonPlans())
    }

    @Test(
        "is told where it is wrong, like the other files",
        arguments: [
            (#""id": "left-claims""#, #""id": "left-claim""#, "/lessons/1/id"),
            (#""id": "left-claims""#, #""id": "banks""#, "/lessons/1/id"),
            (#""minutes": 30"#, #""minutes": 0"#, "/lessons/0/minutes"),
            (#""quality": "full""#, #""quality": "good""#, "/lessons/0/answers/0/quality"),
            (#""harder":"#, #""hardest":"#, "/lessons/0/hardest"),
            (#""care": {"en""#, #""care": {"fr""#, "/care/fr"),
            (#", "credit": {"en": "For both.", "lt": "Už abu."}"#, "", "/lessons/0/answers/0"),
        ])
    func problems(old: String, new: String, pointer: String) throws {
        let broken = try #require(Self.dataset.replacing(old, with: new, in: LessonFile.name))
        let problems = try broken.problems()
        #expect(problems.map(\.file) == [LessonFile.name] && problems.map(\.pointer) == [pointer], "\(problems)")
    }
}
