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
    /// Where on its table it stands.
    package let position: Int
    /// nil for a record that was not ranked.
    package let score: Double?
    /// Which language's texts the passages are.
    package let language: LanguageTag
    /// What the record is known by, then each other text in which a word was found.
    package let passages: [Passage]

    /// The passages are in `language` unless more of the words stand in another.
    init(_ kind: String, _ position: Int, score: Double?, _ match: RecordMatch, language: LanguageTag) {
        var best = match.texts.first { $0.language == language } ?? (language, [])
        for other in match.texts where best.matches.distinct < other.matches.distinct { best = other }
        self.kind = kind
        self.position = position
        self.score = score
        self.language = best.language
        passages = best.matches.enumerated()
            .filter { $0.offset == 0 || !$0.element.passage.highlights.isEmpty }.map(\.element.passage)
    }
}

extension Sequence<TextMatch> {
    /// How many of the words occur in any of them.
    fileprivate var distinct: Int { reduce(0) { $0 | $1.terms }.nonzeroBitCount }
}
