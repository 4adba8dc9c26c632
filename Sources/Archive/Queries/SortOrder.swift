import Evidence

/// A sort key of a table.
struct SortOrder: Sendable {
    let name: String
    /// One ranking per language, if the order depends on the language.
    private let rankings: [LanguageTag: Ranking]
    /// The ranking of the first language, or the only one.
    private let first: Ranking?

    init(_ name: String, _ ranking: Ranking) {
        self.name = name
        rankings = [:]
        first = ranking
    }

    /// Creates an order by `keys`, one for each record; nil sorts first.
    init<Key: Comparable>(_ name: String, _ keys: [Key?]) {
        self.init(name, Ranking(keys))
    }

    /// Creates an order by folded text, which ignores case and diacritics.
    init(_ name: String, in languages: [LanguageTag], texts: [LocalizedText]) {
        self.init(name, in: languages, count: texts.count) { texts[$0] }
    }

    /// Creates an order by folded text that is produced only when needed.
    init(_ name: String, in languages: [LanguageTag], count: Int, text: (Int) -> LocalizedText) {
        self.name = name
        let rankings = languages.map { language in
            (language, Ranking(count) { FoldedText.fold(text($0)[language], into: &$1) })
        }
        self.rankings = Dictionary(uniqueKeysWithValues: rankings)
        first = rankings.first?.1
    }

    /// Whether the order depends on the language.
    var isByLanguage: Bool { !rankings.isEmpty }

    /// Returns the records in order, with the groups of equal ones.
    func ranking(_ language: LanguageTag) -> Ranking? { rankings[language] ?? first }
}
