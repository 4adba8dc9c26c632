import Foundations

/// Which records have given words. The words are folded; every one must occur, the last at least as a beginning.
struct WordIndex: Sendable {
    /// Words of so many records are gathered by one thread.
    private static let batch = 1 << 15

    /// Ascending, each once.
    private let words: PackedTexts
    /// The lists of the words, by their places.
    private let table: PostingTable
    /// How many words all texts have, repeated ones too.
    let wordCount: Int
    let recordCount: Int

    /// `texts` gives everything that is searched in a record, by its position.
    init(count: Int, texts: @Sendable (Int) -> [String]) {
        let batches = Parallel.map(count, by: WordIndex.batch) { records in
            var table = WordTable()
            var occurrences = Occurrences()
            // The record that had a word last, so that it is not counted twice.
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

    /// nil when the text has no word to search for.
    func matches(_ text: String) -> PostingList? {
        let sought = FoldedText.words(of: text)
        guard let last = sought.last else { return nil }
        return .intersection(sought.dropLast().map(records(with:)) + [records(withBeginning: last)])
    }

    /// The records that have a folded word.
    func records(with word: String) -> PostingList {
        let first = firstPlace(notBefore: Array(word.utf8))
        let isThere = first < words.count && words.bytes[words[first]].elementsEqual(word.utf8)
        return table.union(first..<first + (isThere ? 1 : 0))
    }

    /// The records that have a word which begins so.
    func records(withBeginning word: String) -> PostingList { table.union(places(ofBeginning: word)) }

    /// The words that begin so; nil where they are more than `most`.
    func words(withBeginning beginning: String, most: Int) -> [String]? {
        let places = places(ofBeginning: beginning)
        guard places.count <= most else { return nil }
        return places.map { String(decoding: words.bytes[words[$0]], as: UTF8.self) }
    }

    private func places(ofBeginning word: String) -> Range<Int> {
        // No byte of UTF-8 is 0xFF, so that this is above every word that begins so.
        firstPlace(notBefore: Array(word.utf8))..<firstPlace(notBefore: word.utf8 + [0xFF])
    }

    private func firstPlace(notBefore word: [UInt8]) -> Int {
        (0..<words.count).partitionPoint { words.bytes[words[$0]].lexicographicallyPrecedes(word) }
    }
}
