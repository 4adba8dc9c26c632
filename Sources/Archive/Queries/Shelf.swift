/// All records of one kind, in their order, with the indexes that answer queries about them.
package struct Shelf<Record: Sendable>: Sendable {
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
    private let indexes: [any FilterIndex]
    private let orders: [SortOrder]

    /// `version` is the digest of the data, to which cursors are pinned. `id` gives the id of a record.
    init(
        _ name: String, _ records: [Record], id: @escaping @Sendable (Record) -> String, version: UInt64,
        filters indexes: [any FilterIndex] = [], sortedBy orders: [SortOrder] = []
    ) {
        self.name = name
        self.records = records
        self.version = version
        self.indexes = indexes
        self.id = id
        filters = indexes.flatMap(\.filters)
        ids = Ranking(records.count) { $1 += id(records[$0]).utf8 }
        self.orders = [SortOrder("id", ids)] + orders
        sortKeys = self.orders.map(\.name)
    }

    /// Where in `records` the one with that id stands.
    package func position(of id: String) -> Int? {
        let first = ids.firstPosition { self.id(records[$0]).utf8.lexicographicallyPrecedes(id.utf8) }
        return first.flatMap { self.id(records[$0]) == id ? $0 : nil }
    }

    package subscript(id: String) -> Record? { position(of: id).map { records[$0] } }

    /// The records that a filter of a closed vocabulary finds under one word, ascending: the way back from a statistic to
    /// its events, from a source to its claims. Empty for an unknown filter or word.
    package func positions(where filter: String, is value: String) -> [Int] {
        indexes.first { $0.filters.contains { $0.name == filter } }?.records(under: value) ?? []
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
        let order = orders.first { $0.name == query.sort || "-" + $0.name == query.sort }
        let digest = query.digest(shelf: name, ordersByLanguage: order?.isByLanguage ?? false)
        var start = 0
        var faults: [QueryError.Fault] = []
        if !Page.limits.contains(limit) {
            faults.append(.init(parameter: "limit", reason: .limit(limit, accepts: Page.limits)))
        }
        if let cursor {
            switch PageCursor(cursor) {
            case nil: faults.append(.init(parameter: "cursor", reason: .malformedCursor))
            case let cursor? where cursor.version != version:
                faults.append(.init(parameter: "cursor", reason: .cursorOfAnotherVersion))
            case let cursor? where cursor.query != digest:
                faults.append(.init(parameter: "cursor", reason: .cursorOfAnotherQuery))
            case let cursor?: start = Int(clamping: cursor.offset)
            }
        }
        var selected: List?
        do { selected = try list(query) } catch { faults += error.faults }
        guard faults.isEmpty, let selected else { throw QueryError(faults) }
        let total = selected.selection.count
        guard start <= total else {
            throw QueryError([.init(parameter: "cursor", reason: .malformedCursor)])
        }
        let end = start + min(limit, total - start)
        let text = { (offset: Int) in PageCursor(version: version, query: digest, offset: offset).text }
        return Page(
            positions: selected.positions(start..<end)[...], total: total, limit: limit,
            next: end < total ? text(end) : nil, previous: start > 0 ? text(max(0, start - limit)) : nil)
    }

    /// What a query asks for: which records, and in which order, if not that of the shelf.
    private struct List {
        let selection: Selection
        let ranking: Ranking?
        let isDescending: Bool

        func positions(_ places: Range<Int>) -> [Int] {
            ranking?.positions(of: selection, places, descending: isDescending) ?? selection.positions(places)
        }
    }

    private func list(_ query: Query) throws(QueryError) -> List {
        var faults = query.filters.keys.filter { name in !filters.contains { $0.name == name } }.map { name in
            let known = filters.map(\.name)
            return QueryError.Fault(
                parameter: name, reason: .unknownFilter(nearest: nearest(to: name, in: known), known: known))
        }
        let matches = indexes.compactMap { $0.matches(query, faults: &faults) }
        let sort = query.sort.map { (order: $0.hasPrefix("-") ? String($0.dropFirst()) : $0, text: $0) }
        let order = orders.first { $0.name == sort?.order }
        if let sort, order == nil {
            let nearest = nearest(to: sort.order, in: sortKeys)
            faults.append(
                .init(parameter: "sort", reason: .unknownSort(sort.order, nearest: nearest, known: sortKeys)))
        }
        guard faults.isEmpty else { throw QueryError(faults) }
        return List(
            selection: Selection(matches, shelf: records.count), ranking: order?.ranking(query.language),
            isDescending: query.sort != sort?.order)
    }
}
