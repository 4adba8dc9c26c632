/// All records of one kind, in their order, with the indexes that answer queries about them.
package struct Shelf<Record: Sendable>: Sendable {
    /// The plural name in URLs: `events`.
    package let name: String
    package let records: [Record]
    /// What a query may narrow by, in the order in which it is documented.
    package let filters: [Filter]
    /// What a query may sort by; `-` before it for descending order.
    package var sortKeys: [String] { orders.map(\.name) }

    private let version: UInt64
    private let positions: [String: Int]
    private let indexes: [any FilterIndex]
    private let orders: [SortOrder]

    /// The words of the records.
    let words: WordIndex
    /// The texts that those words stand in.
    let texts: @Sendable (Record) -> [SearchedText]

    /// `version` is the digest of the data, to which cursors are pinned. `ids` has one for each record. The words of
    /// `texts` are one more filter, `q`.
    init(
        _ name: String, _ records: [Record], ids: [String], version: UInt64, filters: [any FilterIndex] = [],
        texts: @escaping @Sendable (Record) -> [SearchedText], sortedBy orders: [SortOrder] = []
    ) {
        self.name = name
        self.records = records
        self.version = version
        self.texts = texts
        words = WordIndex(records.lazy.map { texts($0).flatMap(\.texts) })
        indexes = filters + [WordFilter("q", words)]
        self.filters = indexes.flatMap(\.filters)
        self.orders = [SortOrder("id", ids)] + orders
        positions = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// Where in `records` the one with that id stands.
    package func position(of id: String) -> Int? { positions[id] }

    package subscript(id: String) -> Record? { positions[id].map { records[$0] } }

    /// The records that a filter of a closed vocabulary finds under one word, ascending: the way back from a statistic to
    /// its events, from a source to its claims. Empty for an unknown filter or word.
    package func positions(where filter: String, is value: String) -> [Int] {
        let index = indexes.first { $0.filters.contains { $0.name == filter } }
        return index?.records(under: value).positions.map(Int.init) ?? []
    }

    /// The positions of the records that match, in the order asked for.
    package func select(_ query: Query) throws(QueryError) -> [Int] {
        var faults: [QueryError.Fault] = []
        let lists = lists(query, faults: &faults).compactMap { $0 }
        let sort = query.sort.map { (order: $0.hasPrefix("-") ? String($0.dropFirst()) : $0, text: $0) }
        let order = orders.first { $0.name == sort?.order }
        if let sort, order == nil {
            let nearest = nearest(to: sort.order, in: sortKeys)
            faults.append(
                .init(parameter: "sort", reason: .unknownSort(sort.order, nearest: nearest, known: sortKeys)))
        }
        guard faults.isEmpty else { throw QueryError(faults) }
        let positions = (PostingList.intersection(lists) ?? .all(records.count)).positions.map(Int.init)
        return order?.sort(positions, descending: query.sort != sort?.order, language: query.language) ?? positions
    }

    /// What each filter leaves, in the order of the indexes; nil for those that the query does not use.
    private func lists(_ query: Query, faults: inout [QueryError.Fault]) -> [PostingList?] {
        let known = filters.map(\.name)
        for name in query.filters.keys where !known.contains(name) {
            let nearest = nearest(to: name, in: known)
            faults.append(.init(parameter: name, reason: .unknownFilter(nearest: nearest, known: known)))
        }
        return indexes.map { $0.matches(query, faults: &faults) }
    }

    /// The filters that can be counted by.
    package var facets: [String] {
        filters.filter { filter in
            switch filter.accepts {
            case .oneOf, .boolean: true
            case .date, .number, .text: false
            }
        }.map(\.name)
    }

    /// How the records that the query selects are spread over the values of some filters, each named once.
    package func count(by names: [String], in query: Query) throws(QueryError) -> [Facet] {
        var faults = names.filter { !facets.contains($0) }.map { name in
            QueryError.Fault(
                parameter: "facets",
                reason: .unknownFacet(name, nearest: nearest(to: name, in: facets), known: facets))
        }
        let lists = lists(query, faults: &faults)
        guard faults.isEmpty else { throw QueryError(faults) }
        return names.compactMap { name in
            guard let own = indexes.firstIndex(where: { $0.filters.contains { $0.name == name } }) else { return nil }
            let others = lists.indices.filter { $0 != own }.compactMap { lists[$0] }
            let matches = PostingList.intersection(others) ?? .all(records.count)
            return Facet(name, indexes[own].counts(in: matches) ?? [], chosen: query.filters[name] ?? [])
        }
    }

    /// A page of what the query selects, from the start or from a cursor that an earlier page gave.
    package func page(
        _ query: Query, cursor: String? = nil, limit: Int = Page.defaultLimit
    ) throws(QueryError) -> Page {
        let order = orders.first { $0.name == query.sort || "-" + $0.name == query.sort }
        let digest = query.digest(shelf: name, ordersByLanguage: order?.isByLanguage ?? false)
        let paging = Paging(version: version, query: digest)
        var faults: [QueryError.Fault] = []
        let start = paging.start(cursor: cursor, limit: limit, faults: &faults)
        var selected: [Int] = []
        do { selected = try select(query) } catch { faults += error.faults }
        guard faults.isEmpty else { throw QueryError(faults) }
        let page = try paging.page(from: start, of: selected.count, limit: limit)
        return Page(
            positions: selected[page.range], total: selected.count, limit: limit, next: page.next,
            previous: page.previous)
    }
}
