/// A record that was read, with its score.
struct Ranked: Sendable {
    /// The place of its collection.
    let collection: Int
    let position: Int
    let score: Double

    /// nil where a phrase is missing. `weights` has one element for each word of the query.
    init?(
        _ collection: Int, _ position: Int, _ texts: [String], _ query: SearchQuery, _ weights: [Double],
        _ ranking: BM25
    ) {
        guard query.phrases.allSatisfy({ phrase in texts.contains { $0.has(phrase) } }) else { return nil }
        self.collection = collection
        self.position = position
        var length = 0
        var occurrences = [Int](repeating: 0, count: query.terms.count)
        for text in texts {
            FoldedText.eachWord(of: text) { word in
                length += 1
                for (place, term) in query.terms.enumerated() where term.matches(word) { occurrences[place] += 1 }
            }
        }
        score = zip(weights, occurrences).reduce(0) { score, word in
            score + ranking.score(weight: word.0, occurrences: word.1, length: length)
        }
    }
}

extension String {
    /// Whether the words of the phrase follow each other somewhere.
    fileprivate func has(_ phrase: [SearchQuery.Term]) -> Bool {
        let words = FoldedText.words(of: self)
        return words.indices.contains { start in
            words.count - start >= phrase.count
                && zip(words[start...], phrase).allSatisfy { $1.matches(Array($0.utf8)) }
        }
    }
}
