package import Evidence

extension Event {
    /// The most other dates that are told, and the most sources of one.
    private static let mostTold = 3

    /// Returns the date at which it stands in lists, then the first others that stand, each with sources that give it:
    /// `12 April 1931; Chronicle: 8 April 1931`. `name` names a source.
    package func datesInWords(in language: Language, _ name: (String) -> String) -> String {
        let (date, claims) = (date, standingClaims)
        let leading = Dating(date, .someDay).meaning
        let byMeaning = Dictionary(grouping: claims, by: \.said)
        let others = claims.map(\.said).uniqued().filter { $0 != leading }.map { meaning -> String in
            let own = byMeaning[meaning] ?? []
            let names = Event.first(own.map(\.source).uniqued(), name).joined(separator: ", ")
            return names + ": " + (own.first.map { language.format($0.date) } ?? "")
        }
        return ([language.format(date)] + Event.first(others) { $0 }).joined(separator: "; ")
    }

    /// Returns as many of them as are told, and a sign that there are more.
    private static func first(_ texts: [String], _ told: (String) -> String) -> [String] {
        texts.prefix(mostTold).map(told) + (texts.count > mostTold ? ["…"] : [])
    }
}
