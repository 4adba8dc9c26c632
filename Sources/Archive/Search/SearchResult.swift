/// A page of search results.
package struct SearchResult: Sendable {
    /// The hits in order.
    package let hits: [SearchHit]
    /// The page, whose positions are places in the whole result.
    package let page: Page
    /// The number of records that have all words, whether or not in a phrase.
    package let candidates: Int
    /// The number of those that were read. If it is lower, the others follow unranked or, if the query has a phrase,
    /// are left out.
    package let read: Int
    /// A corrected query with words that do occur, if nothing was found.
    package let suggestion: String?
}
