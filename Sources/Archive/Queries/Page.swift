/// A part of a list, with what leads to the parts beside it.
package struct Page: Hashable, Sendable {
    /// How many records a page may have.
    package static let limits = 1...1_000
    /// How many it has unless told otherwise.
    package static let defaultLimit = 50

    /// Positions in the table, in the order asked for.
    package let positions: ArraySlice<Int>
    /// How many records the whole list has.
    package let total: Int
    package let limit: Int
    /// The cursors of the pages after and before; nil at the ends. The page before can be shorter than `limit` only by
    /// starting at the first record.
    package let next, previous: String?
}
