import Evidence

/// A sort key of a table.
struct SortOrder: Sendable {
    let name: String
    /// One for each language, where another language is another order.
    private let rankings: [LanguageTag: Ranking]
    /// That of the first language, or the only one.
    private let first: Ranking?

    init(_ name: String, _ ranking: Ranking) {
        self.name = name
        rankings = [:]
        first = ranking
    }

    /// One element of `keys` for each record; nil sorts before everything.
    init<Key: Comparable>(_ name: String, _ keys: [Key?]) {
        self.init(name, Ranking(keys))
    }

    /// By folded text, so that case and diacritics do not count.
    init(_ name: String, in languages: [LanguageTag], texts: [LocalizedText]) {
        self.init(name, in: languages, count: texts.count) { texts[$0] }
    }

    /// The same, each text made when it is looked at.
    init(_ name: String, in languages: [LanguageTag], count: Int, text: (Int) -> LocalizedText) {
        self.name = name
        let rankings = languages.map { language in
            (language, Ranking(count) { FoldedText.fold(text($0)[language], into: &$1) })
        }
        self.rankings = Dictionary(uniqueKeysWithValues: rankings)
        first = rankings.first?.1
    }

    /// Whether another language is another order.
    var isByLanguage: Bool { !rankings.isEmpty }

    /// The order of the records, and the groups of equal ones.
    func ranking(_ language: LanguageTag) -> Ranking? { rankings[language] ?? first }
}
