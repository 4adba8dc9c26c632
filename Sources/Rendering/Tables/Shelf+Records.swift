import Archive

extension Shelf {
    /// The records that a filter finds under one word, in the order of the shelf.
    package func records(where filter: String, is value: String) -> [Record] {
        positions(where: filter, is: value).map { records[$0] }
    }
}
