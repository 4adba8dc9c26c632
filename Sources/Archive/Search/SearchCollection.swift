/// The records of one shelf, as search sees them.
struct SearchCollection: Sendable {
    /// The shelf's name.
    let name: String
    let count: Int
    let words: WordIndex
    let texts: @Sendable (Int) -> [SearchedText]

    init<Record>(_ shelf: Shelf<Record>) {
        name = shelf.name
        count = shelf.records.count
        words = shelf.words
        texts = { position in
            shelf.records.indices.contains(position) ? shelf.texts(shelf.records[position]) : []
        }
    }

    /// The records that have the word.
    func records(with term: SearchQuery.Term) -> PostingList {
        term.isBeginning ? words.records(withBeginning: term.word) : words.records(with: term.word)
    }
}
