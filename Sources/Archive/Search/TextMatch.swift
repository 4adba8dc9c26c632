import Evidence

/// Which words of a query occur in a text, and where.
struct TextMatch: Sendable {
    let passage: SearchHit.Passage
    /// One bit for each word of the query, the lowest for the first.
    let terms: UInt32
}

/// Which words of a query occur in the texts of a record, and where.
struct RecordMatch: Sendable {
    /// The matches in each text, by language.
    let texts: [(language: LanguageTag, matches: [TextMatch])]
    /// The number of words in all texts.
    let length: Int
    /// The number of occurrences of each word of the query.
    let occurrences: [Int]

    /// Reads the texts in all `languages`, which are those of the dataset.
    init(_ texts: [SearchedText], _ query: SearchQuery, in languages: [LanguageTag]) {
        var reader = Reader(query)
        let first = texts.map { reader.match($0, in: languages.first ?? .program) }
        self.texts = languages.map { language in
            let matches = zip(texts, first).map { text, first in
                // Many texts are the same in all languages and need to be read only once.
                text.text[language] == first.passage.text ? first : reader.match(text, in: language)
            }
            return (language, matches)
        }
        length = reader.length
        occurrences = reader.occurrences
    }

    private struct Reader {
        let terms: [SearchQuery.Term]
        var length = 0
        var occurrences: [Int]

        init(_ query: SearchQuery) {
            terms = query.terms
            occurrences = [Int](repeating: 0, count: query.terms.count)
        }

        mutating func match(_ text: SearchedText, in language: LanguageTag) -> TextMatch {
            let sought = text.text[language]
            var (found, count): (UInt32, Int) = (0, 0)
            var highlights: [Range<Int>] = []
            FoldedText.eachWord(of: sought) { word, range in
                count &+= 1
                let matching = terms.matching(word)
                guard matching != 0 else { return }
                found |= matching
                highlights.append(range)
                for place in occurrences.indices where matching >> UInt32(place) & 1 == 1 { occurrences[place] += 1 }
            }
            length += count
            return TextMatch(
                passage: SearchHit.Passage(
                    member: text.member, text: sought, language: text.text.language(for: language),
                    highlights: highlights), terms: found)
        }
    }
}
