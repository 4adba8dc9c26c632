import Archive
import Checks
import Evidence
import Rendering
import Wording

/// What the editor adds for the classroom, and what follows from the stage of the course where nothing is added.
extension Lesson {
    private var plan: LessonPlan { snapshot.dataset.lessons.plans[discrepancy.id] ?? LessonPlan() }

    package var stage: Stage { Stage(discrepancy) }

    package var minutes: Int { plan.minutes ?? stage.minutes }

    /// The background for pupils: that of this lesson, or else that of the whole history.
    package var context: [String] {
        (plan.context.isEmpty ? snapshot.dataset.lessons.context : plan.context).map { $0.marked(for: language) }
    }

    /// The frame of the lesson, for the teacher.
    package var frame: [Fact] {
        let lessons = snapshot.dataset.lessons
        let texts: [(String, LocalizedText?)] = [
            ("lessonGrouping", plan.grouping), ("lessonEasier", plan.easier), ("lessonHarder", plan.harder),
            ("lessonCare", lessons.care), ("lessonDenial", plan.denial),
        ]
        let aim = plan.aim?.marked(for: language) ?? stage.aim(in: language)
        return [
            Fact(name: words["lessonAim"], value: aim),
            Fact(name: words["lessonTime"], value: words.count("countMinutes", minutes)),
        ]
            + texts.compactMap { key, text in
                text.map { Fact(name: words[key], value: $0.marked(for: language)) }
            }
    }

    /// Specimen answers to the question of the discrepancy, each with what earns credit.
    var modelAnswers: [String] {
        plan.answers.map { model in
            let key =
                switch model.quality {
                case .full: "lessonFullAnswer"
                case .partial: "lessonPartialAnswer"
                case .weak: "lessonWeakAnswer"
                }
            return words.fill(
                key,
                [
                    "answer": language.quoted(model.answer.marked(for: language)),
                    "credit": model.credit.marked(for: language),
                ])
        }
    }
}
