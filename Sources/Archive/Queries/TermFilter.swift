/// A filter by the words of a closed vocabulary.
struct TermFilter: FilterIndex {
    let filters: [Filter]
    private let vocabulary: [String]
    private let lists: [String: PostingList]

    /// One element of `terms` for each record: the words under which it is found.
    init(_ name: String, of vocabulary: [String], terms: some Sequence<[String]>) {
        self.init(Filter(name: name, accepts: .oneOf(vocabulary)), vocabulary, terms)
    }

    /// A filter of `true` and `false`.
    init(_ name: String, flags: [Bool]) {
        self.init(Filter(name: name, accepts: .boolean), ["true", "false"], flags.map { ["\($0)"] })
    }

    private init(_ filter: Filter, _ vocabulary: [String], _ terms: some Sequence<[String]>) {
        filters = [filter]
        self.vocabulary = vocabulary
        var lists = Dictionary(vocabulary.map { ($0, PostingList()) }) { first, _ in first }
        for (position, terms) in terms.enumerated() {
            for term in terms { lists[term, default: PostingList()].append(position) }
        }
        self.lists = lists
    }

    func matches(_ query: Query, faults: inout [QueryError.Fault]) -> PostingList? {
        guard let filter = filters.first, let values = query.filters[filter.name] else { return nil }
        return .union(
            values.compactMap { value in
                if let list = lists[value] { return list }
                let nearest = nearest(to: value, in: vocabulary)
                faults.append(
                    .init(
                        parameter: filter.name,
                        reason: .value(value, accepts: filter.accepts, nearest: nearest)))
                return nil
            })
    }

    func records(under value: String) -> PostingList { lists[value] ?? PostingList() }

    func counts(in matches: PostingList) -> [(value: String, count: Int)]? {
        vocabulary.map { ($0, lists[$0]?.intersection(matches).count ?? 0) }
    }
}
