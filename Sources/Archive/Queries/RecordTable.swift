import Evidence
import Foundations
import Synchronization

/// All records of one kind in order, with the indexes for querying them.
package final class RecordTable<Record: Sendable>: Sendable {
    /// The plural name in URLs, such as `events`.
    package let name: String
    package let records: [Record]
    /// The filters of queries, in the order in which they are documented.
    package let filters: [Filter]
    /// The sort keys of queries, which may be preceded by `-` for descending order.
    package let sortKeys: [String]

    private let version: UInt64
    private let id: @Sendable (Record) -> String
    private let ids: Ranking
    /// The id of each record, if there are few enough: to ask a record for it may cost more than to compare it.
    private let shortcuts: [String]?
    /// The ids for comparison, if there are few enough.
    private let spellings: Spellings?
    private let indexes: [any FilterIndex]
    private let orders: [SortOrder]
    /// The values of filters that a query does not name.
    private let implicit: FilterValues
    private let counted = Mutex<[String: Facet]>([:])

    /// The index of the words in the records.
    let words: WordIndex
    /// Returns the texts of a record that those words are in.
    let texts: @Sendable (Record) -> [SearchedText]

    /// Creates a table of records whose ids `id` returns. Cursors are tied to `version`, the digest of the data. The
    /// words of `texts`, in any of the languages, make one more filter, `q`. `implicit` are the values of filters that a query does not name.
    init(
        _ name: String, _ records: [Record], id: @escaping @Sendable (Record) -> String,
        in languages: [LanguageTag] = [], version: UInt64,
        filters: [any FilterIndex] = [], implicit: FilterValues = [:],
        texts: @escaping @Sendable (Record) -> [SearchedText],
        sortedBy orders: [SortOrder] = []
    ) {
        self.name = name
        self.records = records
        self.version = version
        self.id = id
        self.texts = texts
        self.implicit = implicit
        words = WordIndex(count: records.count, in: languages) { texts(records[$0]).flatMap(\.texts) }
        indexes = filters + [WordFilter("q", words)]
        self.filters = indexes.flatMap(\.filters)
        shortcuts = records.count <= RecordTable.mostSpellings ? records.map(id) : nil
        ids = Ranking(records.count) { $1 += id(records[$0]).utf8 }
        spellings = shortcuts.map(Spellings.init)
        self.orders = [SortOrder("id", ids)] + orders
        sortKeys = self.orders.map(\.name)
    }

    /// Returns the index in `records` of the record with this id.
    package func position(of id: String) -> Int? {
        let first = ids.firstPosition { self.id(at: $0).precedes(id) }
        return first.flatMap { self.id(at: $0) == id ? $0 : nil }
    }

    func id(at position: Int) -> String { shortcuts?[position] ?? id(records[position]) }

    /// The number of ids up to which a wrong id is compared with all of them; beyond it, only with its neighbours in
    /// their order.
    private static var mostSpellings: Int { 2_048 }

    /// Returns the existing id that was most likely meant by `id`; nil if none is close. The cost is bounded, however
    /// many records there are.
    package func nearestID(to id: String) -> String? {
        if let spellings { return spellings.nearest(to: id) }
        let beside = ids.positions(around: { self.id(records[$0]).precedes(id) }, most: 16)
        return nearest(to: id, in: beside.map { self.id(records[$0]) })
    }

    /// The number of records that a query without filters selects.
    package var listedCount: Int { implicit.names.isEmpty ? records.count : (try? select(Query()).count) ?? 0 }

    package subscript(id: String) -> Record? { position(of: id).map { records[$0] } }

    /// Returns, in ascending order, the records that a filter with a closed vocabulary finds for one word: the way back
    /// from a statistic to its events, or from a source to its claims. Empty for an unknown filter or word.
    package func positions(where filter: String, is value: String, most: Int = .max) -> [Int] {
        list(where: filter, is: value)?.first(most) ?? []
    }

    /// Returns the number of records that a filter with a closed vocabulary finds for one word.
    package func count(where filter: String, is value: String) -> Int { list(where: filter, is: value)?.count ?? 0 }

    private func list(where filter: String, is value: String) -> PostingList? {
        indexes.first { $0.filters.contains { $0.name == filter } }?.records(under: value)
    }

    /// Returns the positions of the matching records in the requested order.
    package func select(_ query: Query) throws(QueryError) -> [Int] {
        let list = try list(query)
        return list.positions(0..<list.selection.count)
    }

    /// Returns a page of the query's results, from the start or from a cursor of an earlier page.
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

    /// The names of the filters that can be counted by.
    package var facets: [String] {
        filters.filter { filter in
            switch filter.accepts {
            case .oneOf, .boolean: true
            case .date, .number, .text: false
            }
        }.map(\.name)
    }

    /// Returns how the records that the query selects are distributed over the values of the named filters. Each may be
    /// named once.
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

    /// Returns how all records are distributed over the values of a filter, counted on first use; nil if it cannot be
    /// counted by.
    package func facet(_ name: String) -> Facet? {
        if let known = counted.withLock({ $0[name] }) { return known }
        guard let facet = try? count(by: [name], in: Query()).first else { return nil }
        counted.withLock { $0[name] = facet }
        return facet
    }

    /// The result of a query: which records, and their order unless it is that of the table.
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

    /// Returns the order that the query asks for; nil if it asks for none or for an unknown one.
    private func order(of query: Query) -> SortOrder? {
        guard let sort = query.sort else { return nil }
        let name = sort.hasPrefix("-") ? sort.dropFirst() : sort[...]
        return orders.first { $0.name == name }
    }

    /// Returns what passes each index, in their order; nil for those that the query does not use.
    private func matches(_ query: Query, faults: inout [QueryError.Fault]) -> [Matches?] {
        for name in query.filters.names where !filters.contains(where: { $0.name == name }) {
            let known = filters.map(\.name)
            let nearest = nearest(to: name, in: known)
            faults.append(.init(parameter: name, reason: .unknownFilter(nearest: nearest, known: known)))
        }
        var query = query
        for name in implicit.names where query.filters[name] == nil { query.filters[name] = implicit[name] }
        return indexes.map { $0.matches(query, faults: &faults) }
    }
}
