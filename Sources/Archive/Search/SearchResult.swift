/// A page of what a search found.
package struct SearchResult: Sendable {
    package let hits: [SearchHit]
    /// How many hits there are.
    package let total: Int
    /// How many records have every word, in a phrase or not.
    package let candidates: Int
    /// How many of those were read: where it is fewer, the others follow unranked, or, where a phrase is asked for, are
    /// left out.
    package let read: Int
    package let limit: Int
    /// The cursors of the pages after and before; nil at the ends.
    package let next, previous: String?
    /// Words near those asked for that do occur, where nothing was found.
    package let suggestion: String?
}
