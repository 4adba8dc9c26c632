/// Which records have given words. The words are folded; every one must occur, the last at least as a beginning.
struct WordIndex: Sendable {
    /// Ascending, each once.
    private let words: [String]
    /// One list for each word.
    private let lists: [PostingList]
    /// How many words all texts have, repeated ones too.
    let wordCount: Int

    /// One element of `texts` for each record: everything that is searched in it.
    init(_ texts: some Sequence<[String]>) {
        var found: [String: PostingList] = [:]
        var count = 0
        for (position, texts) in texts.enumerated() {
            for word in texts.flatMap(FoldedText.words) {
                found[word, default: PostingList()].append(position)
                count += 1
            }
        }
        let sorted = found.sorted { $0.key < $1.key }
        words = sorted.map(\.key)
        lists = sorted.map(\.value)
        wordCount = count
    }

    /// nil when the text has no word to search for.
    func matches(_ text: String) -> PostingList? {
        let sought = FoldedText.words(of: text)
        guard let last = sought.last else { return nil }
        return .intersection(sought.dropLast().map(records(with:)) + [records(withBeginning: last)])
    }

    /// The records that have a folded word.
    func records(with word: String) -> PostingList { list(from: word) { $0 == word } }

    /// The records that have a word which begins so.
    func records(withBeginning word: String) -> PostingList { list(from: word) { $0.hasPrefix(word) } }

    /// The words that begin so, with the first record that has each; nil where they are more than `most`.
    func words(withBeginning beginning: String, most: Int) -> [(word: String, position: Int)]? {
        let first = words.partitionPoint { $0 < beginning }
        let found = words[first...].prefix(most + 1).prefix { $0.hasPrefix(beginning) }
        guard found.count <= most else { return nil }
        return zip(found, lists[first...]).compactMap { word, list in list.positions.first.map { (word, Int($0)) } }
    }

    /// The records of the words from `word` on, as long as they are sought.
    private func list(from word: String, while isSought: (String) -> Bool) -> PostingList {
        let first = words.partitionPoint { $0 < word }
        let count = words[first...].prefix(while: isSought).count
        return .union(Array(lists[first..<(first + count)]))
    }
}
