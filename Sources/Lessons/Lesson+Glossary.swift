import Archive
import Checks
import Evidence
import Wording

extension Lesson {
    /// The most terms that a sheet has room for, where its sources are at most `fewSources`; where they are more, it has none.
    private static let (fewSources, mostTerms) = (2, 4)

    /// The terms that pupils meet on the sheet, with what they mean: first those of the title and of the passages.
    package var glossary: [Fact] {
        let said = witnesses
        let told = said.flatMap { $0.passages.flatMap(\.tells) }
        let texts = [discrepancy.title.marked(for: language)] + told + questions.map(\.text) + context
        let most = said.count > Lesson.fewSources ? 0 : Lesson.mostTerms
        return snapshot.glossary(in: language.tag).terms(in: texts).prefix(most).compactMap { term in
            term.note.map { Fact(name: term.label.marked(for: language), value: $0.marked(for: language)) }
        }
    }
}
