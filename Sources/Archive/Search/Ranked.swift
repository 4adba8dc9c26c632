import Evidence

/// A record that has been read, with its score.
struct Ranked: Sendable {
    /// The index of the collection.
    let collection: Int
    let position: Int
    let score: Double
    let match: RecordMatch

    /// Scores a record; nil if it lacks a phrase. `weights` has one element for each word of the query.
    init?(
        _ collection: Int, _ position: Int, _ texts: [SearchedText], in languages: [LanguageTag], _ query: SearchQuery,
        _ weights: [Double], _ ranking: BM25
    ) {
        guard query.phrases.allSatisfy({ phrase in texts.contains { $0.texts.contains { $0.has(phrase) } } })
        else { return nil }
        self.collection = collection
        self.position = position
        let match = RecordMatch(texts, query, in: languages)
        self.match = match
        score = zip(weights, match.occurrences).reduce(0) { score, word in
            score + ranking.score(weight: word.0, occurrences: word.1, length: match.length)
        }
    }
}

extension String {
    /// Whether the words of the phrase occur in succession.
    fileprivate func has(_ phrase: [SearchQuery.Term]) -> Bool {
        // One bit for each start of the phrase that ends with the word just read.
        var begun: UInt32 = 0
        var isThere = false
        FoldedText.eachWord(of: self) { word, _ in
            begun = (begun << 1 | 1) & phrase.matching(word)
            isThere = isThere || begun >> UInt32(phrase.count - 1) & 1 == 1
        }
        return isThere
    }
}
