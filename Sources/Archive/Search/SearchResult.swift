/// A page of what a search found.
package struct SearchResult: Sendable {
    /// In their order.
    package let hits: [SearchHit]
    /// Which part of the whole they are; the positions are their places in it.
    package let page: Page
    /// How many records have every word, in a phrase or not.
    package let candidates: Int
    /// How many of those were read: where it is fewer, the others follow unranked, or, where a phrase is asked for, are
    /// left out.
    package let read: Int
    /// Words near those asked for that do occur, where nothing was found.
    package let suggestion: String?
}
