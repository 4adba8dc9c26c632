/// One or two filters of a shelf, with the index that answers them.
protocol FilterIndex: Sendable {
    var filters: [Filter] { get }

    /// The records that match the query's values for these filters; nil when the query has none. Wrong values are added
    /// to `faults`.
    func matches(_ query: Query, faults: inout [QueryError.Fault]) -> PostingList?

    /// The records under one word, without search or parsing; empty for indexes that are not of words.
    func records(under value: String) -> PostingList

    /// How many of `matches` stand under each word of the vocabulary, in its order; nil for indexes that are not of words.
    func counts(in matches: PostingList) -> [(value: String, count: Int)]?
}

extension FilterIndex {
    func records(under value: String) -> PostingList { PostingList() }

    func counts(in matches: PostingList) -> [(value: String, count: Int)]? { nil }
}
