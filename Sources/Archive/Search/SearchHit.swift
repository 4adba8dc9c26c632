package import Evidence

/// A record found by a search.
package struct SearchHit: Sendable {
    /// A text in which words were found, or that names the record.
    package struct Passage: Hashable, Sendable {
        /// The member of the record's JSON that contains the text.
        package let member: String
        package let text: String
        /// The language of the text; nil if it is the same for every reader.
        package let language: LanguageTag?
        /// The ranges of the words in the text, in UTF-16 code units and ascending order.
        package let highlights: [Range<Int>]
    }

    /// The plural name of the record's kind, such as `events`.
    package let kind: String
    package let id: String
    /// The position of the record in its table.
    package let position: Int
    /// The relevance; nil for a record that was not ranked.
    package let score: Double?
    /// The language of the text that names the record.
    package let language: LanguageTag
    /// The text that names the record, followed by all others in which a word was found.
    package let passages: [Passage]

    /// Creates a hit with passages in `language`, unless more of the words occur in another language.
    init(
        _ collection: SearchCollection, _ position: Int, score: Double?, _ match: RecordMatch, language: LanguageTag
    ) {
        var best = match.texts.first { $0.language == language } ?? (language, [])
        for other in match.texts where best.matches.distinct < other.matches.distinct { best = other }
        kind = collection.name
        id = collection.id(position)
        self.position = position
        self.score = score
        passages = best.matches.enumerated()
            .filter { $0.offset == 0 || !$0.element.passage.highlights.isEmpty }.map(\.element.passage)
        self.language = passages.first?.language ?? best.language
    }
}

extension Sequence<TextMatch> {
    /// The number of different words that occur in any of the texts.
    fileprivate var distinct: Int { reduce(0) { $0 | $1.terms }.nonzeroBitCount }
}
