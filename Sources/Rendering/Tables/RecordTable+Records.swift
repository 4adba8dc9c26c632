import Archive

extension RecordTable {
    /// The records that a filter finds under one word, in the order of the table.
    package func records(where filter: String, is value: String) -> [Record] {
        positions(where: filter, is: value).map { records[$0] }
    }
}
