import Evidence

/// A sort key of a shelf: the rank of every record, equal for equal keys.
struct SortOrder: Sendable {
    let name: String
    /// Whether another language is another order.
    let isByLanguage: Bool
    /// One list, or one for each language.
    private let ranks: [Language: [UInt32]]

    /// One element of `keys` for each record; nil sorts before everything.
    init<Key: Comparable>(_ name: String, _ keys: [Key?]) {
        self.name = name
        isByLanguage = false
        let list = SortOrder.ranks(keys)
        ranks = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, list) })
    }

    /// By folded text, so that case and diacritics do not count.
    init(_ name: String, texts: [LocalizedText]) {
        self.name = name
        isByLanguage = true
        ranks = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                (language, SortOrder.ranks(texts.map { FoldedText.fold($0[language]) }))
            })
    }

    /// The positions in the order of the key; those with equal keys stay as they were.
    func sort(_ positions: [Int], descending: Bool, language: Language) -> [Int] {
        guard let ranks = ranks[language] else { return positions }
        return positions.sorted { left, right in
            if ranks[left] == ranks[right] { return left < right }
            return descending ? ranks[left] > ranks[right] : ranks[left] < ranks[right]
        }
    }

    private static func ranks<Key: Comparable>(_ keys: [Key?]) -> [UInt32] {
        let order = keys.indices.sorted { left, right in
            guard let key = keys[left], let other = keys[right] else { return keys[left] == nil && keys[right] != nil }
            return key < other
        }
        var ranks = [UInt32](repeating: 0, count: keys.count)
        var rank: UInt32 = 0
        for (place, position) in order.enumerated() {
            if place > 0, keys[order[place - 1]] != keys[position] { rank += 1 }
            ranks[position] = rank
        }
        return ranks
    }
}
