/// The records of one table, as search sees them.
struct SearchCollection: Sendable {
    /// The name of the table.
    let name: String
    let count: Int
    let words: WordIndex
    let texts: @Sendable (Int) -> [SearchedText]
    /// Returns the id of the record at a position.
    let id: @Sendable (Int) -> String

    init<Record>(_ table: RecordTable<Record>) {
        name = table.name
        count = table.records.count
        words = table.words
        id = { position in table.records.indices.contains(position) ? table.id(at: position) : "" }
        texts = { position in
            table.records.indices.contains(position) ? table.texts(table.records[position]) : []
        }
    }

    /// Returns the records that contain the word.
    func records(with term: SearchQuery.Term) -> PostingList {
        words.adding(
            term.forms,
            to: term.isBeginning ? words.records(withBeginning: term.word) : words.records(with: term.word))
    }
}
