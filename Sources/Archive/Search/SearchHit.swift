package import Evidence

/// A record that a search found.
package struct SearchHit: Sendable {
    /// A text in which words were found, or by which the record is known.
    package struct Passage: Hashable, Sendable {
        /// The member of the record's JSON that it stands in.
        package let member: String
        package let text: String
        /// Where in the text the words stand, in UTF-16 code units, ascending.
        package let highlights: [Range<Int>]
    }

    /// The plural name of its kind: `events`.
    package let kind: String
    /// Where on its shelf it stands.
    package let position: Int
    /// nil for a record that was not ranked.
    package let score: Double?
    /// Which language's texts the passages are.
    package let language: Language
    /// What the record is known by, then each other text in which a word was found.
    package let passages: [Passage]

    /// The passages are in `language` unless more of the words stand in another.
    init(
        _ kind: String, _ position: Int, score: Double?, texts: [SearchedText], query: SearchQuery, language: Language
    ) {
        let languages = [language] + Language.allCases.filter { $0 != language }
        let found = languages.map { language in
            (language: language, passages: texts.map { Found($0.member, $0.text[language], query) })
        }
        let best = found.dropFirst().reduce(found.first) { best, other in
            (best?.passages ?? []).distinct < other.passages.distinct ? other : best
        }
        self.kind = kind
        self.position = position
        self.score = score
        self.language = best?.language ?? language
        passages = (best?.passages ?? []).enumerated()
            .filter { $0.offset == 0 || !$0.element.passage.highlights.isEmpty }.map(\.element.passage)
    }

    fileprivate struct Found {
        let passage: Passage
        let terms: Set<SearchQuery.Term>

        init(_ member: String, _ text: String, _ query: SearchQuery) {
            var terms: Set<SearchQuery.Term> = []
            let highlights = Token.all(in: text).filter { token in
                let word = Array(token.word.utf8)
                var isMatched = false
                for term in query.terms where term.matches(word) {
                    terms.insert(term)
                    isMatched = true
                }
                return isMatched
            }.map(\.range)
            passage = Passage(member: member, text: text, highlights: highlights)
            self.terms = terms
        }
    }
}

extension Sequence<SearchHit.Found> {
    /// How many of the words occur in any of them.
    fileprivate var distinct: Int { reduce(into: Set<SearchQuery.Term>()) { $0.formUnion($1.terms) }.count }
}
