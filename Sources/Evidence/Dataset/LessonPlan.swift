/// What an editor adds for the classroom to the worksheet of a relation.
package struct LessonPlan: Hashable, Sendable {
    /// A specimen answer to the question of the relation.
    package struct ModelAnswer: Hashable, Sendable {
        package enum Quality: String, CaseIterable, Sendable {
            case full, partial, weak
        }

        package let quality: Quality
        package let answer: LocalizedText
        /// What in it earns credit, or why it earns none.
        package let credit: LocalizedText

        package init(_ quality: Quality, _ answer: LocalizedText, credit: LocalizedText) {
            self.quality = quality
            self.answer = answer
            self.credit = credit
        }
    }

    /// The title of the sheet, where that of the relation tells the answer.
    package var title: LocalizedText?
    /// What pupils can do afterwards, in place of what the program says of all relations of the kind.
    package var aim: LocalizedText?
    package var minutes: Int?
    /// For which class, and how it works together.
    package var grouping: LocalizedText?
    package var easier, harder, harderAnswer: LocalizedText?
    /// On what the sides agree and where they part, on what conditions all are right, and which source would decide.
    package var agreement, conditions, further: LocalizedText?
    /// How those who deny what happened use the subject, and what is answered to them.
    package var denial: LocalizedText?
    /// Background, a sentence or two each.
    package var context: [LocalizedText] = []
    package var answers: [ModelAnswer] = []
    /// The ids of the events, and of the sources whose own date counts, that stand on the strip of the chronology.
    package var events: [String] = []
    package var sources: [String] = []

    package init() {}
}

/// What an editor adds for the classroom to a whole history.
package struct LessonPlans: Hashable, Sendable {
    /// Background of all worksheets, a sentence or two each.
    package var context: [LocalizedText] = []
    /// For the teacher, on tone.
    package var care: LocalizedText?
    /// By the id of the relation.
    package var plans: [String: LessonPlan] = [:]
    /// The id of the relation whose lesson is for a class that has time for one.
    package var single: String?
    /// What pupils are told of a source in place of its record, by its id.
    package var origins: [String: Origin] = [:]

    package struct Origin: Hashable, Sendable {
        /// Who wrote it, what kind of document it is, and where and when it was published.
        package var author, kind, published: LocalizedText?

        package init() {}
    }

    package init() {}
}
