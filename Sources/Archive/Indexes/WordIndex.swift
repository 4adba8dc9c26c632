/// Which records have given words. The words are folded; every one must occur, the last at least as a beginning.
struct WordIndex: Sendable {
    /// Words of so many records are gathered by one thread.
    private static let batch = 1 << 15

    /// Ascending, each once.
    private let words: PackedTexts
    /// The lists of the words, by their places.
    private let table: PostingTable

    /// `texts` gives everything that is searched in a record, by its position.
    init(count: Int, texts: @Sendable (Int) -> [String]) {
        let batches = Parallel.map(count, by: WordIndex.batch) { records in
            var table = WordTable()
            var occurrences = Occurrences()
            // The record that had a word last, so that it is not counted twice.
            var last: [Int] = []
            for record in records {
                for text in texts(record) {
                    FoldedText.eachWord(of: text) { word in
                        let number = table.number(of: word)
                        if number == last.count { last.append(-1) }
                        if last[Int(number)] != record { occurrences.append(number) }
                        last[Int(number)] = record
                    }
                }
                occurrences.endRecord()
            }
            return (words: table.words, occurrences: occurrences)
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
    }

    /// nil when the text has no word to search for.
    func matches(_ text: String) -> PostingList? {
        let sought = FoldedText.words(of: text).map { Array($0.utf8) }
        guard let last = sought.last else { return nil }
        let exact = sought.dropLast().map { word in
            let first = firstPlace(notBefore: word)
            let isThere = first < words.count && words.bytes[words[first]].elementsEqual(word)
            return table.union(first..<first + (isThere ? 1 : 0))
        }
        // No byte of UTF-8 is 0xFF, so that this is above every word that begins so.
        let begun = table.union(firstPlace(notBefore: last)..<firstPlace(notBefore: last + [0xFF]))
        return (exact + [begun]).sorted { $0.count < $1.count }
            .reduce(nil) { common, list in common?.intersection(list) ?? list }
    }

    private func firstPlace(notBefore word: [UInt8]) -> Int {
        (0..<words.count).partitionPoint { words.bytes[words[$0]].lexicographicallyPrecedes(word) }
    }
}
