import Foundations

/// A filter by the words in texts.
struct WordFilter: FilterIndex {
    let filters: [Filter]
    let index: WordIndex

    init(_ name: String, _ index: WordIndex) {
        filters = [Filter(name: name, accepts: .text)]
        self.index = index
    }

    func matches(_ query: Query, faults: inout [QueryError.Fault]) -> Matches? {
        guard let filter = filters.first, let values = query.filters[filter.name] else { return nil }
        let lists = values.compactMap { value in
            if let list = index.matches(value) { return list }
            faults.append(.init(parameter: filter.name, reason: .value(value, accepts: filter.accepts, nearest: nil)))
            return nil
        }
        return .list(.union(lists, table: index.recordCount), byHigh: nil)
    }
}
