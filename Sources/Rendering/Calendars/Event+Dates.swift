package import Archive
package import Evidence
package import Wording

extension Event {
    /// Returns the date at which it stands in lists, then the others that stand, each with the sources that give it:
    /// `12 April 1931; Chronicle: 8 April 1931`. `name` names a source.
    package func datesInWords(in language: Language, _ name: (String) -> String) -> String {
        let (date, claims) = (date, standingClaims)
        let leading = Dating(date, .someDay).meaning
        let others = claims.map(\.said).uniqued().filter { $0 != leading }.compactMap { meaning -> String? in
            let own = claims.filter { $0.said == meaning }
            let names = own.map(\.source).uniqued().map(name).joined(separator: ", ")
            return own.first.map { "\(names): \(language.format($0.date))" }
        }
        return ([language.format(date)] + others).joined(separator: "; ")
    }

    /// Returns the same with short names of the sources, and that it is contested where it is.
    package func datesInWords(in language: Language, from snapshot: Snapshot) -> String {
        let dates = datesInWords(in: language) { snapshot.sources[$0]?.shortName(in: language) ?? $0 }
        return isContested ? language.words.fill(.dateContested, ["dates": dates]) : dates
    }
}
