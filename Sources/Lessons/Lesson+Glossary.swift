import Archive
import Checks
import Evidence
import Wording

extension Lesson {
    /// The most terms that a sheet has room for, and the most of terms and sources together.
    private static let (mostTerms, mostTogether) = (4, 6)

    /// The terms that pupils meet on the sheet, with what they mean: first those of the title and of the passages.
    package var glossary: [Fact] {
        let said = witnesses
        let told = said.flatMap { $0.passages.flatMap(\.tells) }
        let most = min(Lesson.mostTerms, max(1, Lesson.mostTogether - said.count))
        return Lesson.glossary(
            of: [heading] + told + questions.map(\.text) + context, most: most, in: snapshot, language)
    }

    /// Returns the terms that stand in texts, in the order in which they are met.
    static func glossary(
        of texts: [String], most: Int = mostTerms, in snapshot: Snapshot, _ language: Language
    ) -> [Fact] {
        snapshot.glossary(in: language.tag).terms(in: texts).prefix(most).compactMap { term in
            term.note.map { Fact(name: term.label.marked(for: language), value: $0.marked(for: language)) }
        }
    }
}
