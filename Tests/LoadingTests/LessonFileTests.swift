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
         "single": "banks",
         "origins": [{"source": "gazette", "author": {"en": "Attributed.", "lt": "Priskiriama."}, "kind": {"en": "Summary.", "lt": "Santrauka."},
                      "published": {"en": "In town.", "lt": "Mieste."}}],
         "lessons": [
          {"id": "banks", "title": {"en": "Banks", "lt": "Krantai"}, "events": ["flood"], "sources": ["gazette"],
           "harderAnswer": {"en": "A lake.", "lt": "Ežeras."}, "agreement": {"en": "On water.", "lt": "Dėl vandens."},
           "conditions": {"en": "If it rains.", "lt": "Jei lyja."}, "further": {"en": "A gauge.", "lt": "Matuoklės."},
           "aim": {"en": "They add up.", "lt": "Sudeda."}, "minutes": 30,
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
        let texts = [plan.title, plan.harderAnswer, plan.agreement, plan.conditions, plan.further]
        #expect(texts.map { $0?[LanguageTag("en")] } == ["Banks", "A lake.", "On water.", "If it rains.", "A gauge."])
        #expect(plan.events == ["flood"] && plan.sources == ["gazette"])
        let origin = try #require(lessons.origins["gazette"])
        let told = [origin.author, origin.kind, origin.published].map { $0?[LanguageTag("en")] }
        #expect(told == ["Attributed.", "Summary.", "In town."] && lessons.single == "banks")
        #expect(try SmallDataset().load().dataset.lessons == LessonPlans())
    }

    @Test(
        "is told where it is wrong, like the other files",
        arguments: [
            (#""id": "left-claims""#, #""id": "left-claim""#, "/lessons/1/id"),
            (#""id": "left-claims""#, #""id": "banks""#, "/lessons/1/id"),
            (#""minutes": 30"#, #""minutes": 0"#, "/lessons/0/minutes"),
            (#""quality": "full""#, #""quality": "good""#, "/lessons/0/answers/0/quality"),
            (#""events": ["flood"]"#, #""events": ["flod"]"#, "/lessons/0/events/0"),
            (#""sources": ["gazette"]"#, #""sources": ["gazete"]"#, "/lessons/0/sources/0"),
            (#""single": "banks""#, #""single": "bank""#, "/single"),
            (#""source": "gazette""#, #""source": "gazete""#, "/origins/0/source"),
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
