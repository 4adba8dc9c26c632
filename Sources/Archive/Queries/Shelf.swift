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

    /// `version` is the digest of the data, to which cursors are pinned. `ids` has one for each record.
    init(
        _ name: String, _ records: [Record], ids: [String], version: UInt64, filters indexes: [any FilterIndex] = [],
        sortedBy orders: [SortOrder] = []
    ) {
        self.name = name
        self.records = records
        self.version = version
        self.indexes = indexes
        filters = indexes.flatMap(\.filters)
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
        var faults = query.filters.keys.filter { name in !filters.contains { $0.name == name } }.map { name in
            let known = filters.map(\.name)
            return QueryError.Fault(
                parameter: name, reason: .unknownFilter(nearest: nearest(to: name, in: known), known: known))
        }
        var lists: [PostingList] = []
        for index in indexes {
            if let list = index.matches(query, faults: &faults) { lists.append(list) }
        }
        let sort = query.sort.map { (order: $0.hasPrefix("-") ? String($0.dropFirst()) : $0, text: $0) }
        let order = orders.first { $0.name == sort?.order }
        if let sort, order == nil {
            let nearest = nearest(to: sort.order, in: sortKeys)
            faults.append(
                .init(parameter: "sort", reason: .unknownSort(sort.order, nearest: nearest, known: sortKeys)))
        }
        guard faults.isEmpty else { throw QueryError(faults) }
        let matches =
            lists.sorted { $0.positions.count < $1.positions.count }
            .reduce(nil) { common, list in common?.intersection(list) ?? list } ?? .all(records.count)
        let positions = matches.positions.map(Int.init)
        return order?.sort(positions, descending: query.sort != sort?.order, language: query.language) ?? positions
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
        var selected: [Int] = []
        do { selected = try select(query) } catch { faults += error.faults }
        guard faults.isEmpty else { throw QueryError(faults) }
        guard start <= selected.count else {
            throw QueryError([.init(parameter: "cursor", reason: .malformedCursor)])
        }
        let end = start + min(limit, selected.count - start)
        let text = { (offset: Int) in PageCursor(version: version, query: digest, offset: offset).text }
        return Page(
            positions: selected[start..<end], total: selected.count, limit: limit,
            next: end < selected.count ? text(end) : nil, previous: start > 0 ? text(max(0, start - limit)) : nil)
    }
}
