import Evidence

/// A sort key of a shelf.
struct SortOrder: Sendable {
    let name: String
    /// Whether another language is another order.
    let isByLanguage: Bool
    /// One, or one for each language.
    private let rankings: [Language: Ranking]

    init(_ name: String, _ ranking: Ranking) {
        self.name = name
        isByLanguage = false
        rankings = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, ranking) })
    }

    /// One element of `keys` for each record; nil sorts before everything.
    init<Key: Comparable>(_ name: String, _ keys: [Key?]) {
        self.init(name, Ranking(keys))
    }

    /// By folded text, so that case and diacritics do not count.
    init(_ name: String, texts: [LocalizedText]) {
        self.init(name, count: texts.count) { texts[$0] }
    }

    /// The same, each text made when it is looked at.
    init(_ name: String, count: Int, text: (Int) -> LocalizedText) {
        self.name = name
        isByLanguage = true
        rankings = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                (language, Ranking(count) { FoldedText.fold(text($0)[language], into: &$1) })
            })
    }

    /// The order of the records, and the groups of equal ones.
    func ranking(_ language: Language) -> Ranking? { rankings[language] }
}
