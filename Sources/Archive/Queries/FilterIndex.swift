/// One or two filters of a table, with the index that answers them.
protocol FilterIndex: Sendable {
    var filters: [Filter] { get }

    /// The records that match the query's values for these filters; nil when the query has none. Wrong values are added
    /// to `faults`.
    func matches(_ query: Query, faults: inout [QueryError.Fault]) -> Matches?

    /// The records under one word, without search or parsing; nil for indexes that are not of words, and for another
    /// word.
    func records(under value: String) -> PostingList?

    /// How many of the selected records stand under each word of the vocabulary, in its order; nil for indexes that are
    /// not of words.
    func counts(in selection: Selection) -> [(value: String, count: Int)]?
}

extension FilterIndex {
    func records(under value: String) -> PostingList? { nil }

    func counts(in selection: Selection) -> [(value: String, count: Int)]? { nil }
}

/// The records that one filter lets through.
enum Matches: Sendable {
    /// `byHigh` has the same records by the places of their high ends, in a table in the order of the low ends.
    case list(PostingList, byHigh: PostingList?)
    case overlap(Overlap)
}
