/// A section of a list, with the cursors of its neighbours.
package struct Page: Hashable, Sendable {
    /// The number of records that a page may have.
    package static let limits = 1...1_000
    /// The number of records on a page by default.
    package static let defaultLimit = 50

    /// Positions in the table, in the requested order.
    package let positions: ArraySlice<Int>
    /// The number of records in the whole list.
    package let total: Int
    package let limit: Int
    /// The cursors of the next and previous pages; nil at the ends. A previous page shorter than `limit` starts at the
    /// first record.
    package let next, previous: String?
}
