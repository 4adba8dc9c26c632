import Evidence
import Foundations

/// Which records contain given words, or other forms of them. The words are folded; all must occur, the last at least as
/// the start of a word.
struct WordIndex: Sendable {
    /// The number of records whose words are collected by one thread at a time.
    private static let batch = 1 << 15

    /// The distinct words in ascending order.
    private let words: PackedTexts
    /// The posting lists of the words, by their index.
    private let table: PostingTable
    /// The number of words in all texts, including repetitions.
    let wordCount: Int
    let recordCount: Int
    /// The languages in which words have forms.
    let languages: [LanguageTag]

    /// Creates an index from `texts`, which returns everything searchable in the record at a position.
    init(count: Int, in languages: [LanguageTag] = [], texts: @Sendable (Int) -> [String]) {
        self.languages = languages
        let batches = Parallel.map(count, by: WordIndex.batch) { records in
            var table = WordTable()
            var occurrences = Occurrences()
            // The last record with each word, so that no record is counted twice.
            var last: [Int] = []
            var wordCount = 0
            for record in records {
                for text in texts(record) {
                    FoldedText.eachWord(of: text) { word, _ in
                        let number = table.number(of: word)
                        if number == last.count { last.append(-1) }
                        if last[Int(number)] != record { occurrences.append(number) }
                        last[Int(number)] = record
                        wordCount += 1
                    }
                }
                occurrences.endRecord()
            }
            return (words: table.words, occurrences: occurrences, wordCount: wordCount)
        }
        var all = WordTable()
        let numbers = batches.map { batch in
            (0..<batch.words.count).map { all.number(of: batch.words.bytes[batch.words[$0]]) }
        }
        let order = all.words.sorted()
        var places = [UInt32](repeating: 0, count: order.count)
        var words = PackedTexts()
        for (place, number) in order.enumerated() {
            places[Int(number)] = UInt32(clamping: place)
            words.append { $0 += all.words.bytes[all.words[Int(number)]] }
        }
        var occurrences = Occurrences()
        for (batch, numbers) in zip(batches, numbers) {
            occurrences.append(batch.occurrences, numbers: numbers.map { places[Int($0)] })
        }
        self.words = words
        table = PostingTable(occurrences, count: words.count)
        wordCount = batches.reduce(0) { $0 + $1.wordCount }
        recordCount = count
    }

    /// Returns the records that match a text; nil if it has no words.
    func matches(_ text: String) -> PostingList? {
        let sought = FoldedText.words(of: text)
        guard let last = sought.last else { return nil }
        var forms = WordForms(in: languages)
        return .intersection(
            sought.dropLast().map { adding(forms.forms(of: $0, in: [self]), to: records(with: $0)) }
                + [adding(forms.forms(of: last, in: [self]), to: records(withBeginning: last))])
    }

    /// Returns the records of the list, and those that contain any of the folded words.
    func adding(_ words: [String], to list: PostingList) -> PostingList {
        guard !words.isEmpty else { return list }
        var lists = [list]
        lists.reserveCapacity(words.count + 1)
        for word in words { lists.append(records(with: word)) }
        return .union(lists, table: recordCount)
    }

    /// Returns the records that contain a folded word.
    func records(with word: String) -> PostingList {
        let first = firstPlace(notBefore: Array(word.utf8))
        let isThere = first < words.count && words.bytes[words[first]].elementsEqual(word.utf8)
        return table.union(first..<first + (isThere ? 1 : 0))
    }

    /// Returns the records that contain a word starting with `word`.
    func records(withBeginning word: String) -> PostingList { table.union(places(ofBeginning: word)) }

    /// Returns the words that start with `beginning`; nil if there are more than `most`.
    func words(withBeginning beginning: String, most: Int) -> [String]? {
        let places = places(ofBeginning: beginning)
        guard places.count <= most else { return nil }
        return places.map { String(decoding: words.bytes[words[$0]], as: UTF8.self) }
    }

    private func places(ofBeginning word: String) -> Range<Int> { places(ofBeginning: word.utf8) }

    /// Returns the places of the words that start with the bytes.
    func places(ofBeginning bytes: some Sequence<UInt8>) -> Range<Int> {
        // UTF-8 never contains the byte 0xFF, so this is above all words with that start.
        firstPlace(notBefore: Array(bytes))..<firstPlace(notBefore: bytes + [0xFF])
    }

    /// Passes the word at a place to `body` in UTF-8, valid only during the call.
    func withWord(at place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        words.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[words[place]])) }
    }

    private func firstPlace(notBefore word: [UInt8]) -> Int {
        (0..<words.count).partitionPoint { words.bytes[words[$0]].lexicographicallyPrecedes(word) }
    }
}
