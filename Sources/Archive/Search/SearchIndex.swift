package import Evidence
import Foundations

/// Searches the records of every kind at once. It has no words of its own: those of the tables' filters serve it, and
/// how often each occurs is counted in the texts of the records that are ranked.
package struct SearchIndex: Sendable {
    /// Of the records of one kind that have every word no more than this many, the first in the table, are read: ranked,
    /// and looked at for phrases. What a search costs does not grow with what there is.
    package static let mostRead = 250

    private let collections: [SearchCollection]
    /// Those of the dataset.
    private let languages: [LanguageTag]
    private let version: UInt64
    private let ranking: BM25
    /// The words of all records, where no kind has more than can be compared.
    private let spellings: Spellings?

    /// `version` is the digest of the data.
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

    /// The records found: the ranked ones by falling score, then those that were not read, in the order of their tables.
    /// Where a phrase is asked for, those that were not read are left out.
    package func search(
        _ query: SearchQuery, kinds: Set<String>, language: LanguageTag, cursor: String? = nil, limit: Int
    ) throws(QueryError) -> SearchResult {
        var digest = query.digest
        for kind in kinds.sorted() { digest.add(kind) }
        let paging = Paging(version: version, query: digest.value)
        var faults: [QueryError.Fault] = []
        let start = paging.start(cursor: cursor, limit: limit, faults: &faults)
        guard faults.isEmpty else { throw QueryError(faults) }

        let lists = collections.map { collection in query.terms.map(collection.records(with:)) }
        let weights = query.terms.indices.map { term in
            ranking.weight(frequency: lists.reduce(0) { $0 + $1[term].count })
        }
        var candidates = 0
        var read = 0
        var ranked: [Ranked] = []
        var unread: [(collection: Int, found: PostingList)] = []
        for (index, collection) in collections.enumerated() where kinds.contains(collection.name) {
            guard let found = PostingList.intersection(lists[index]) else { continue }
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
                    collections[record.collection].name, record.position, score: record.score, record.match,
                    language: language)
            }
            var rest = place - ranked.count
            for (collection, found) in unread {
                if let position = found.position(at: SearchIndex.mostRead + rest) {
                    let match = RecordMatch(collections[collection].texts(position), query, in: languages)
                    return SearchHit(
                        collections[collection].name, position, score: nil, match, language: language)
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

    /// The words of the query, each that nothing has replaced by the nearest one; nil where there is none to replace,
    /// or none near one, or too many to be slips.
    private func suggestion(for query: SearchQuery, found lists: [[PostingList]]) -> String? {
        let unknown = query.terms.indices.filter { place in lists.allSatisfy { $0[place].count == 0 } }
        guard (1...SearchIndex.mostReplaced).contains(unknown.count) else { return nil }
        let words = query.terms.enumerated().map { place, term in
            unknown.contains(place) ? nearestWord(to: term.word) : term.word
        }
        guard words.allSatisfy({ $0 != nil }) else { return nil }
        return words.compactMap { $0 }.joined(separator: " ")
    }

    /// The most words of a query that are taken for slips.
    private static let mostReplaced = 3
    /// The most words that one is compared with. Where there are more, they are those with the same first letters.
    private static let mostCompared = 20_000

    /// The nearest word that some record has, as it is written there.
    private func nearestWord(to word: String) -> String? {
        guard let near = spellings?.nearest(to: word) ?? nearestBeginningLike(word) else { return nil }
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
    /// The folded word as the record writes it.
    fileprivate func spelling(of word: String, at position: Int) -> String {
        for text in texts(position).flatMap(\.texts) {
            guard let token = Token.all(in: text).first(where: { $0.word == word }) else { continue }
            return String(decoding: Array(text.utf16)[token.range], as: UTF16.self).lowercased()
        }
        return word
    }
}
