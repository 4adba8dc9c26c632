/// The records of one table, as search sees them.
struct SearchCollection: Sendable {
    /// The name of the table.
    let name: String
    let count: Int
    let words: WordIndex
    let texts: @Sendable (Int) -> [SearchedText]
    /// Returns the id of the record at a position.
    let id: @Sendable (Int) -> String
    /// The name of another table that has some of the records as well, with the same texts.
    let other: String?
    /// The records that the other table does not have; nil if there is no such table.
    let own: PostingList?

    init<Record>(_ table: RecordTable<Record>) { self.init(table, other: nil, own: nil) }

    /// Creates a collection of records of which `other` has all but those for which `isOwn` is true.
    init<Record>(_ table: RecordTable<Record>, besides other: String, isOwn: (Record) -> Bool) {
        let own = table.records.indices.filter { isOwn(table.records[$0]) }.map { UInt32($0) }
        self.init(table, other: other, own: PostingList(own[...], table: table.records.count))
    }

    private init<Record>(_ table: RecordTable<Record>, other: String?, own: PostingList?) {
        self.other = other
        self.own = own
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
