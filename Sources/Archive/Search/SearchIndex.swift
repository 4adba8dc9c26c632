package import Evidence
import Foundations

/// A search across the records of all kinds. It has no index of its own: the tables' word indexes find the records, and
/// the frequency of words is counted in the texts of those that are ranked.
package struct SearchIndex: Sendable {
    /// The number of records of each kind that are read to be ranked and checked for phrases, the first in the table
    /// among those that have all words. It bounds the cost of a search, whatever the size of the dataset.
    package static let mostRead = 250

    private let collections: [SearchCollection]
    /// The languages of the dataset.
    private let languages: [LanguageTag]
    private let version: UInt64
    private let ranking: BM25
    /// All words of all records, unless there are too many to compare with.
    private let spellings: Spellings?

    /// Creates a search; `version` is the digest of the data.
    init(_ collections: [SearchCollection], in languages: [LanguageTag], version: UInt64) {
        self.collections = collections
        self.languages = languages
        self.version = version
        let count = collections.reduce(0) { $0 + $1.count }
        let words = collections.reduce(0) { $0 + $1.words.wordCount }
        let known = collections.map { $0.words.words(withBeginning: "", most: SearchIndex.mostCompared) }
        spellings = known.contains { $0 == nil } ? nil : Spellings(known.compactMap { $0 }.joined())
        ranking = BM25(count: count, averageLength: Double(words) / Double(max(count, 1)))
    }

    /// The names of the kinds of record.
    package var kinds: [String] { collections.map(\.name) }

    /// Returns a page of the records found: first the ranked ones by descending score, then those that were not read,
    /// in the order of their tables. If the query has a phrase, the latter are left out. A record of two of the `kinds` is
    /// found once.
    package func search(
        _ query: SearchQuery, kinds: Set<String>, language: LanguageTag, cursor: String? = nil, limit: Int
    ) throws(QueryError) -> SearchResult {
        var digest = query.digest
        for kind in kinds.sorted() { digest.add(kind) }
        let paging = Paging(version: version, query: digest.value)
        var faults: [QueryError.Fault] = []
        let start = paging.start(cursor: cursor, limit: limit, faults: &faults)
        guard faults.isEmpty else { throw QueryError(faults) }

        let query = query.widened(by: collections.map { $0.words }, in: languages)
        let lists = collections.map { collection in query.terms.map { collection.records(with: $0) } }
        let weights = query.terms.indices.map { term in
            ranking.weight(frequency: lists.reduce(0) { $0 + $1[term].count })
        }
        var candidates = 0
        var read = 0
        var ranked: [Ranked] = []
        var unread: [(collection: Int, found: PostingList)] = []
        for (index, collection) in collections.enumerated() where kinds.contains(collection.name) {
            guard var found = PostingList.intersection(lists[index]) else { continue }
            if found.count > 0, let own = collection.own, let other = collection.other, kinds.contains(other) {
                found = found.intersection(own)
            }
            candidates += found.count
            for position in found.first(SearchIndex.mostRead) {
                read += 1
                let record = Ranked(
                    index, position, collection.texts(position), in: languages, query, weights, ranking)
                if let record { ranked.append(record) }
            }
            if query.phrases.isEmpty, found.count > SearchIndex.mostRead { unread.append((index, found)) }
        }
        ranked.sort { ($1.score, $0.collection, $0.position) < ($0.score, $1.collection, $1.position) }
        let total = ranked.count + unread.reduce(0) { $0 + $1.found.count - SearchIndex.mostRead }
        let page = try paging.page(from: start, of: total, limit: limit)
        let hits = page.range.compactMap { place -> SearchHit? in
            if place < ranked.count {
                let record = ranked[place]
                return SearchHit(
                    collections[record.collection], record.position, score: record.score, record.match,
                    language: language)
            }
            var rest = place - ranked.count
            for (collection, found) in unread {
                if let position = found.position(at: SearchIndex.mostRead + rest) {
                    let match = RecordMatch(collections[collection].texts(position), query, in: languages)
                    return SearchHit(
                        collections[collection], position, score: nil, match, language: language)
                }
                rest -= found.count - SearchIndex.mostRead
            }
            return nil
        }
        return SearchResult(
            hits: hits,
            page: Page(
                positions: Array(page.range)[...], total: total, limit: limit, next: page.next, previous: page.previous),
            candidates: candidates, read: read, suggestion: total == 0 ? suggestion(for: query, found: lists) : nil)
    }

    /// Returns the words of the query with each that occurs nowhere replaced by the closest one that does; nil if there
    /// is none to replace, if one has nothing close, or if there are too many for misspellings.
    private func suggestion(for query: SearchQuery, found lists: [[PostingList]]) -> String? {
        let unknown = query.terms.indices.filter { place in lists.allSatisfy { $0[place].count == 0 } }
        guard (1...SearchIndex.mostReplaced).contains(unknown.count) else { return nil }
        let words = query.terms.enumerated().map { place, term in
            unknown.contains(place) ? nearestWord(to: term.word) : term.word
        }
        guard words.allSatisfy({ $0 != nil }) else { return nil }
        return words.compactMap { $0 }.joined(separator: " ")
    }

    /// The maximum number of words of a query taken for misspellings.
    private static let mostReplaced = 3
    /// The shortest word that is suggested: shorter ones are other words more often than misspelt ones, `did` for `died`.
    private static let shortest = 4
    /// The maximum number of words that one is compared with. If there are more, only those with the same first letters
    /// are considered.
    private static let mostCompared = 20_000

    /// Returns the closest word that some record contains, as it is written there.
    private func nearestWord(to word: String) -> String? {
        guard let near = spellings?.nearest(to: word) ?? nearestBeginningLike(word), near.count >= SearchIndex.shortest
        else { return nil }
        for collection in collections {
            if let position = collection.words.records(with: near).next(from: 0) {
                return collection.spelling(of: near, at: position)
            }
        }
        return nil
    }

    private func nearestBeginningLike(_ word: String) -> String? {
        guard spellings == nil else { return nil }
        for length in 1...2 {
            let beginning = String(word.prefix(length))
            let known = collections.map { $0.words.words(withBeginning: beginning, most: SearchIndex.mostCompared) }
            if known.allSatisfy({ $0 != nil }) { return nearest(to: word, in: known.compactMap { $0 }.joined()) }
        }
        return nil
    }
}

extension SearchCollection {
    /// Returns a folded word as the record writes it.
    fileprivate func spelling(of word: String, at position: Int) -> String {
        for text in texts(position).flatMap(\.texts) {
            guard let token = Token.all(in: text).first(where: { $0.word == word }) else { continue }
            return String(decoding: Array(text.utf16)[token.range], as: UTF16.self).lowercased()
        }
        return word
    }
}
