import Archive

extension RecordTable {
    /// Returns the records that a filter matches with a value, in the order of the table.
    package func records(where filter: String, is value: String) -> [Record] {
        positions(where: filter, is: value).map { records[$0] }
    }
}
