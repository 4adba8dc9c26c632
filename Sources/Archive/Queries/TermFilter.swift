import Foundations

/// A filter by the words of a closed vocabulary.
struct TermFilter: FilterIndex {
    let filters: [Filter]
    private let vocabulary: Spellings
    private let count: Int
    private let numbers: [String: Int]
    private let table: PostingTable
    /// The same postings by the records' places in the order of high ends.
    private let tableByHigh: PostingTable?

    /// Creates a filter from `terms`, one element for each record: the words of the vocabulary that find it.
    /// `orderByHigh` is the table's order of high ends, if the table is in the order of low ends.
    init(
        _ name: String, of vocabulary: [String], terms: some Sequence<[String]>, orderByHigh: [UInt32]? = nil
    ) {
        self.init(Filter(name: name, accepts: .oneOf(vocabulary)), vocabulary, terms, orderByHigh)
    }

    /// Creates a filter of `true` and `false`.
    init(_ name: String, flags: [Bool]) {
        self.init(Filter(name: name, accepts: .boolean), ["true", "false"], flags.lazy.map { ["\($0)"] }, nil)
    }

    private init(
        _ filter: Filter, _ vocabulary: [String], _ terms: some Sequence<[String]>, _ orderByHigh: [UInt32]?
    ) {
        filters = [filter]
        self.vocabulary = Spellings(vocabulary)
        let numbers = Dictionary(vocabulary.enumerated().map { ($1, $0) }) { first, _ in first }
        var occurrences = Occurrences()
        // The last record with each word, so that no record is counted twice.
        var last = [Int](repeating: -1, count: vocabulary.count)
        for (record, terms) in terms.enumerated() {
            for term in terms {
                guard let number = numbers[term], last[number] != record else { continue }
                last[number] = record
                occurrences.append(UInt32(clamping: number))
            }
            occurrences.endRecord()
        }
        self.numbers = numbers
        count = occurrences.recordCount
        table = PostingTable(occurrences, count: vocabulary.count)
        tableByHigh = orderByHigh.map { PostingTable(occurrences, count: vocabulary.count, order: $0) }
    }

    func matches(_ query: Query, faults: inout [QueryError.Fault]) -> Matches? {
        guard let filter = filters.first, let values = query.filters[filter.name] else { return nil }
        let found = values.compactMap { value in
            if let number = numbers[value] { return number }
            let nearest = vocabulary.nearest(to: value)
            faults.append(
                .init(parameter: filter.name, reason: .value(value, accepts: filter.accepts, nearest: nearest)))
            return nil
        }
        return records(found)
    }

    /// Returns the records with any of the words.
    private func records(_ numbers: [Int]) -> Matches {
        if let number = numbers.first, numbers.count == 1 {
            return .list(table[number], byHigh: tableByHigh?[number])
        }
        return .list(
            .union(numbers.map { table[$0] }, table: count),
            byHigh: tableByHigh.map { table in .union(numbers.map { table[$0] }, table: count) })
    }

    func records(under value: String) -> PostingList? { numbers[value].map { table[$0] } }

    func counts(in selection: Selection) -> [(value: String, count: Int)]? {
        vocabulary.words.enumerated().map { ($1, selection.narrowed(by: records([$0])).count) }
    }
}
