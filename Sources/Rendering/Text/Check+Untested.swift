package import Archive
package import Checks
import Evidence
package import Wording

extension Check {
    /// Returns that it cannot be tested, with the statistics that nobody gives a figure for, as a sentence; nil where it is tested.
    /// For pages, the titles are `isMarked` with their languages.
    package func untested(in language: Language, from snapshot: Snapshot, isMarked: Bool = false) -> String? {
        guard isUntested else { return nil }
        let silent = relation.figures.compactMap { snapshot.statistics[$0] }.filter(\.standingClaims.isEmpty)
        let titles = silent.map { isMarked ? $0.title.marked(for: language) : $0.title[language] }
        return titles.isEmpty
            ? nil : language.words.fill(.untested, ["statistics": titles.joined(separator: "; ")])
    }
}
