package import Archive
import Checks
import Evidence
import Rendering
import Wording

/// What the editor adds for the classroom, and what follows from the stage of the course where nothing is added.
extension Lesson {
    var plan: LessonPlan { snapshot.dataset.lessons.plans[check.id] ?? LessonPlan() }

    /// The title of the sheet.
    package var heading: String { (plan.title ?? check.relation.title).marked(for: language) }

    package var stage: Stage { Stage(check) }

    package var minutes: Int { plan.minutes ?? stage.minutes }

    /// The background for pupils: that of this lesson, or else that of the whole history.
    package var context: [String] {
        (plan.context.isEmpty ? snapshot.dataset.lessons.context : plan.context).map { $0.marked(for: language) }
    }

    /// The frame of the lesson, for the teacher.
    package var frame: [Fact] {
        let lessons = snapshot.dataset.lessons
        let answer = plan.harderAnswer.map {
            " " + words.fill("lessonAnswer", ["answer": $0.marked(for: language)])
        }
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
                text.map { text in
                    let more = key == "lessonHarder" ? answer ?? "" : ""
                    return Fact(name: words[key], value: text.marked(for: language) + more)
                }
            }
    }

    /// Returns the ids of the checks that hold and have a lesson all the same, in ascending order.
    package static func ofChecks(in snapshot: Snapshot) -> [String] {
        snapshot.dataset.lessons.plans.keys.filter { id in
            let relation = snapshot.checks[id]?.relation
            return snapshot.discrepancies[id] == nil && relation?.explanation != nil && relation?.question != nil
        }.sorted()
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
