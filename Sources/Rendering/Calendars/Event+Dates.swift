package import Archive
package import Evidence
package import Wording

extension Event {
    /// Returns the dates that stand, with short names of the sources, and that it is contested where it is.
    package func datesInWords(in language: Language, from snapshot: Snapshot) -> String {
        let dates = datesInWords(in: language) { snapshot.sources[$0]?.shortName(in: language) ?? $0 }
        return isContested ? language.words.fill(.dateContested, ["dates": dates]) : dates
    }
}
