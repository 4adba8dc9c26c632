/// Which records have given words. The words are folded; every one must occur, the last at least as a beginning.
struct WordIndex: Sendable {
    /// Ascending, each once.
    private let words: [String]
    /// One list for each word.
    private let lists: [PostingList]

    /// One element of `texts` for each record: everything that is searched in it.
    init(_ texts: some Sequence<[String]>) {
        var found: [String: PostingList] = [:]
        for (position, texts) in texts.enumerated() {
            for word in texts.flatMap(FoldedText.words) { found[word, default: PostingList()].append(position) }
        }
        let sorted = found.sorted { $0.key < $1.key }
        words = sorted.map(\.key)
        lists = sorted.map(\.value)
    }

    /// nil when the text has no word to search for.
    func matches(_ text: String) -> PostingList? {
        let sought = FoldedText.words(of: text)
        guard let last = sought.last else { return nil }
        let exact = sought.dropLast().map { word in list(from: word) { $0 == word } }
        let matches = exact + [list(from: last) { $0.hasPrefix(last) }]
        return matches.sorted { $0.positions.count < $1.positions.count }
            .reduce(nil) { common, list in common?.intersection(list) ?? list }
    }

    /// The records of the words from `word` on, as long as they are sought.
    private func list(from word: String, while isSought: (String) -> Bool) -> PostingList {
        let first = words.partitionPoint { $0 < word }
        let count = words[first...].prefix(while: isSought).count
        return .union(Array(lists[first..<(first + count)]))
    }
}
