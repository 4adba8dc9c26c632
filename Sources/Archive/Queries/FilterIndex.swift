/// One or two filters of a table, with the index that evaluates them.
protocol FilterIndex: Sendable {
    var filters: [Filter] { get }

    /// Returns the records that match the query's values for these filters; nil if the query has none. Invalid values
    /// are added to `faults`.
    func matches(_ query: Query, faults: inout [QueryError.Fault]) -> Matches?

    /// Returns the records for a single word without searching or parsing; nil for an unknown word, or if the index
    /// does not have words.
    func records(under value: String) -> PostingList?

    /// Returns the number of selected records for each word of the vocabulary, in its order; nil if the index does not
    /// have words.
    func counts(in selection: Selection) -> [(value: String, count: Int)]?
}

extension FilterIndex {
    func records(under value: String) -> PostingList? { nil }

    func counts(in selection: Selection) -> [(value: String, count: Int)]? { nil }
}

/// The records that pass one filter.
enum Matches: Sendable {
    /// A list of records. In a table ordered by low ends, `byHigh` has the same records by their places in the order of
    /// high ends.
    case list(PostingList, byHigh: PostingList?)
    case overlap(Overlap)
}
