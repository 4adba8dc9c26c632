/// The records of one table, as search sees them.
struct SearchCollection: Sendable {
    /// The table's name.
    let name: String
    let count: Int
    let words: WordIndex
    let texts: @Sendable (Int) -> [SearchedText]

    init<Record>(_ table: RecordTable<Record>) {
        name = table.name
        count = table.records.count
        words = table.words
        texts = { position in
            table.records.indices.contains(position) ? table.texts(table.records[position]) : []
        }
    }

    /// The records that have the word.
    func records(with term: SearchQuery.Term) -> PostingList {
        term.isBeginning ? words.records(withBeginning: term.word) : words.records(with: term.word)
    }
}
