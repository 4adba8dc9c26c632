import Foundations
import Synchronization

/// All records of one kind, in their order, with the indexes that answer queries about them.
package final class RecordTable<Record: Sendable>: Sendable {
    /// The plural name in URLs: `events`.
    package let name: String
    package let records: [Record]
    /// What a query may narrow by, in the order in which it is documented.
    package let filters: [Filter]
    /// What a query may sort by; `-` before it for descending order.
    package let sortKeys: [String]

    private let version: UInt64
    private let id: @Sendable (Record) -> String
    private let ids: Ranking
    /// The ids, where they are few enough to be looked through.
    private let spellings: Spellings?
    private let indexes: [any FilterIndex]
    private let orders: [SortOrder]
    private let counted = Mutex<[String: Facet]>([:])

    /// The words of the records.
    let words: WordIndex
    /// The texts that those words stand in.
    let texts: @Sendable (Record) -> [SearchedText]

    /// `version` is the digest of the data, to which cursors are pinned. `id` gives the id of a record. The words of
    /// `texts` are one more filter, `q`.
    init(
        _ name: String, _ records: [Record], id: @escaping @Sendable (Record) -> String, version: UInt64,
        filters: [any FilterIndex] = [], texts: @escaping @Sendable (Record) -> [SearchedText],
        sortedBy orders: [SortOrder] = []
    ) {
        self.name = name
        self.records = records
        self.version = version
        self.id = id
        self.texts = texts
        words = WordIndex(count: records.count) { texts(records[$0]).flatMap(\.texts) }
        indexes = filters + [WordFilter("q", words)]
        self.filters = indexes.flatMap(\.filters)
        ids = Ranking(records.count) { $1 += id(records[$0]).utf8 }
        spellings = records.count <= RecordTable.mostSpellings ? Spellings(records.map(id)) : nil
        self.orders = [SortOrder("id", ids)] + orders
        sortKeys = self.orders.map(\.name)
    }

    /// Where in `records` the one with that id stands.
    package func position(of id: String) -> Int? {
        let first = ids.firstPosition { self.id(records[$0]).precedes(id) }
        return first.flatMap { self.id(records[$0]) == id ? $0 : nil }
    }

    /// Of more ids than that, only those beside it in their order may be what a wrong one was meant for.
    private static var mostSpellings: Int { 2_048 }

    /// The id that was most likely meant by one that no record has; nil where none is near. The work is bounded, however
    /// many records there are.
    package func nearestID(to id: String) -> String? {
        if let spellings { return spellings.nearest(to: id) }
        let beside = ids.positions(around: { self.id(records[$0]).precedes(id) }, most: 16)
        return nearest(to: id, in: beside.map { self.id(records[$0]) })
    }

    package subscript(id: String) -> Record? { position(of: id).map { records[$0] } }

    /// The records that a filter of a closed vocabulary finds under one word, ascending: the way back from a statistic to
    /// its events, from a source to its claims. Empty for an unknown filter or word.
    package func positions(where filter: String, is value: String, most: Int = .max) -> [Int] {
        list(where: filter, is: value)?.first(most) ?? []
    }

    /// How many records such a filter finds under one word.
    package func count(where filter: String, is value: String) -> Int { list(where: filter, is: value)?.count ?? 0 }

    private func list(where filter: String, is value: String) -> PostingList? {
        indexes.first { $0.filters.contains { $0.name == filter } }?.records(under: value)
    }

    /// The positions of the records that match, in the order asked for.
    package func select(_ query: Query) throws(QueryError) -> [Int] {
        let list = try list(query)
        return list.positions(0..<list.selection.count)
    }

    /// A page of what the query selects, from the start or from a cursor that an earlier page gave.
    package func page(
        _ query: Query, cursor: String? = nil, limit: Int = Page.defaultLimit
    ) throws(QueryError) -> Page {
        let order = order(of: query)
        let digest = query.digest(table: name, ordersByLanguage: order?.isByLanguage ?? false)
        let paging = Paging(version: version, query: digest)
        var faults: [QueryError.Fault] = []
        let start = paging.start(cursor: cursor, limit: limit, faults: &faults)
        var selected: List?
        do { selected = try list(query) } catch { faults += error.faults }
        guard faults.isEmpty, let selected else { throw QueryError(faults) }
        let total = selected.selection.count
        let page = try paging.page(from: start, of: total, limit: limit)
        return Page(
            positions: selected.positions(page.range)[...], total: total, limit: limit, next: page.next,
            previous: page.previous)
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
        guard !names.isEmpty else { return [] }
        let matches = matches(query, faults: &faults)
        guard faults.isEmpty else { throw QueryError(faults) }
        return names.compactMap { name in
            guard let own = indexes.firstIndex(where: { $0.filters.contains { $0.name == name } }) else { return nil }
            let others = matches.indices.filter { $0 != own }.compactMap { matches[$0] }
            let selection = Selection(others, table: records.count)
            return Facet(name, indexes[own].counts(in: selection) ?? [], chosen: query.filters[name] ?? [])
        }
    }

    /// How all records are spread over the values of a filter: counted when it is first asked for. nil for a filter that
    /// cannot be counted by.
    package func facet(_ name: String) -> Facet? {
        if let known = counted.withLock({ $0[name] }) { return known }
        guard let facet = try? count(by: [name], in: Query()).first else { return nil }
        counted.withLock { $0[name] = facet }
        return facet
    }

    /// What a query asks for: which records, and in which order, if not that of the table.
    private struct List {
        let selection: Selection
        let ranking: Ranking?
        let isDescending: Bool

        func positions(_ places: Range<Int>) -> [Int] {
            ranking?.positions(of: selection, places, descending: isDescending) ?? selection.positions(places)
        }
    }

    private func list(_ query: Query) throws(QueryError) -> List {
        var faults: [QueryError.Fault] = []
        let matches = matches(query, faults: &faults).compactMap { $0 }
        let order = order(of: query)
        if let sort = query.sort, order == nil {
            let name = sort.hasPrefix("-") ? String(sort.dropFirst()) : sort
            let nearest = nearest(to: name, in: sortKeys)
            faults.append(.init(parameter: "sort", reason: .unknownSort(name, nearest: nearest, known: sortKeys)))
        }
        guard faults.isEmpty else { throw QueryError(faults) }
        return List(
            selection: Selection(matches, table: records.count), ranking: order?.ranking(query.language),
            isDescending: query.sort?.hasPrefix("-") == true)
    }

    /// nil where the query asks for none, or for one that there is not.
    private func order(of query: Query) -> SortOrder? {
        guard let sort = query.sort else { return nil }
        let name = sort.hasPrefix("-") ? sort.dropFirst() : sort[...]
        return orders.first { $0.name == name }
    }

    /// What each filter leaves, in the order of the indexes; nil for those that the query does not use.
    private func matches(_ query: Query, faults: inout [QueryError.Fault]) -> [Matches?] {
        for name in query.filters.names where !filters.contains(where: { $0.name == name }) {
            let known = filters.map(\.name)
            let nearest = nearest(to: name, in: known)
            faults.append(.init(parameter: name, reason: .unknownFilter(nearest: nearest, known: known)))
        }
        return indexes.map { $0.matches(query, faults: &faults) }
    }
}
