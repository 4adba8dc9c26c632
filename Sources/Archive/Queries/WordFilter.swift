/// A filter by the words of texts.
struct WordFilter: FilterIndex {
    let filters: [Filter]
    private let index: WordIndex
    private let count: Int

    /// `texts` gives everything that is searched in a record, by its position.
    init(_ name: String, count: Int, texts: @Sendable (Int) -> [String]) {
        filters = [Filter(name: name, accepts: .text)]
        self.count = count
        index = WordIndex(count: count, texts: texts)
    }

    func matches(_ query: Query, faults: inout [QueryError.Fault]) -> Matches? {
        guard let filter = filters.first, let values = query.filters[filter.name] else { return nil }
        let lists = values.compactMap { value in
            if let list = index.matches(value) { return list }
            faults.append(.init(parameter: filter.name, reason: .value(value, accepts: filter.accepts, nearest: nil)))
            return nil
        }
        return .list(.union(lists, shelf: count), byHigh: nil)
    }
}
