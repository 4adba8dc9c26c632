package import Archive
import Evidence
import Reasoning
import Rendering
package import Wording

/// A worksheet about the figures that cannot all be right: those of one knot, questions from easy to hard, and a key.
package struct KnotLesson {
    /// A figure with what it is of.
    package struct Figure {
        package let printed, subject, sources: String
    }

    /// The number of the knot.
    package let knot: Int
    /// The background for pupils.
    package let context: [String]
    package let figures: [Figure]
    /// The frame of the lesson, for the teacher.
    package let frame: [Lesson.Fact]
    /// The terms that pupils meet on the sheet, with what they mean.
    package let glossary: [Lesson.Fact]
    package let questions: [Lesson.Question]

    /// The most figures, and the most answers to a question, that a sheet has room for.
    private static let (mostFigures, mostAnswers) = (8, 10)
    /// The most sources to look for.
    private static let mostSources = 3

    /// Creates a worksheet about the knot with the most to see; nil if there is none.
    package init?(_ snapshot: Snapshot, in language: Language) {
        let (weighing, words) = (snapshot.weighing, language.words)
        let knots = weighing.knots
        guard let knot = weighing.knotsByInterest.first else { return nil }
        self.knot = knot
        let text = WeighingText(snapshot, in: language, isMarked: true)
        // Those that nobody asserts come after the others: pupils find them as well.
        let all = knots[knot].conflicts.map { weighing.conflicts[$0] }
        let asserted = all.filter { !$0.isMixed }
        let conflicts = asserted + all.filter(\.isMixed)
        let figures = (asserted.isEmpty ? all : asserted).flatMap(\.figures).uniqued().prefix(KnotLesson.mostFigures)
        self.figures = figures.map { number in
            let figure = weighing.network.figures[number]
            return Figure(
                printed: text.figure(number), subject: text.title(ofNode: figure.node),
                sources: text.sources(of: number))
        }
        let most = KnotLesson.mostAnswers
        let told = conflicts.flatMap { conflict -> [String] in
            let arithmetic = conflict.arithmetic(in: snapshot, language)
            let title = (text.title(of: conflict) + (arithmetic.map { " (\($0))" } ?? "")).withFullStop
            let isPlain = arithmetic != nil && conflict.kind != .relations && conflict.isExact(in: weighing.network)
            return [conflict.isMixed ? "\(title) \(words["weighMixedFound"])" : title]
                + (isPlain ? [] : conflict.steps.map(text.text))
        }
        let without = figures.map { number in
            let those = conflicts.filter { $0.figures.contains(number) }.map { text.title(of: $0) }
            return words.fill(
                "weighGoes", ["figure": text.figure(number), "conflicts": those.joined(separator: "; ")])
        }
        let ways = snapshot.revisions["\(knots[knot].id)-\(Knot.Unit.claim.rawValue)"].map { text.title(of: $0) }
        let plans = snapshot.dataset.lessons.plans
        let further = conflicts.flatMap(\.constraints).uniqued().compactMap { number in
            plans[weighing.network.constraints[number].relation.id]?.further?.marked(for: language)
        }
        questions = [
            ("weighAskSet", 3, Array(told.prefix(most))), ("weighAskGiveUp", 3, Array(without.prefix(most))),
            ("weighAskLeast", 2, [ways].compactMap { $0 }),
            (
                "weighAskWhich", 4,
                [words["weighNotWhich"], words["conflictDoubt"], words["weighToKnow"]]
                    + further.prefix(KnotLesson.mostSources)
            ),
        ].map { Lesson.Question(text: words[$0], lines: $1, answers: $2) }
        let care = snapshot.dataset.lessons.care?.marked(for: language)
        let facts: [(String, String?)] = [
            ("lessonAim", Stage.whole.aim(in: language)),
            ("lessonTime", words.count("countMinutes", Stage.whole.minutes)),
            ("lessonGrouping", words["weighGrouping"]),
            ("lessonEasier", words["weighEasier"]), ("lessonHarder", words["weighHarder"]), ("lessonCare", care),
        ]
        frame = facts.compactMap { key, value in value.map { Lesson.Fact(name: words[key], value: $0) } }
        context = snapshot.dataset.lessons.context.map { $0.marked(for: language) }
        glossary = Lesson.glossary(of: self.figures.map(\.subject) + context, in: snapshot, language)
    }
}
