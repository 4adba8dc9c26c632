/// The division of a query's results, for one version of the data, into pages.
struct Paging: Sendable {
    /// The digest of the data.
    let version: UInt64
    /// The digest of the query.
    let query: UInt64

    /// Returns the start of the page; 0 without a cursor. Faults in the two parameters are added to `faults`.
    func start(cursor: String?, limit: Int, faults: inout [QueryError.Fault]) -> Int {
        if !Page.limits.contains(limit) {
            faults.append(.init(parameter: "limit", reason: .limit(limit, accepts: Page.limits)))
        }
        guard let cursor else { return 0 }
        switch PageCursor(cursor) {
        case nil: faults.append(.init(parameter: "cursor", reason: .malformedCursor))
        case let cursor? where cursor.version != version:
            faults.append(.init(parameter: "cursor", reason: .cursorOfAnotherVersion))
        case let cursor? where cursor.query != query:
            faults.append(.init(parameter: "cursor", reason: .cursorOfAnotherQuery))
        case let cursor?: return Int(clamping: cursor.offset)
        }
        return 0
    }

    /// Returns the range of the page that starts at `start`, out of `total` elements, with the cursors of the next and
    /// previous pages. Throws if `start` is beyond the end.
    func page(
        from start: Int, of total: Int, limit: Int
    ) throws(QueryError) -> (range: Range<Int>, next: String?, previous: String?) {
        guard start <= total else { throw QueryError([.init(parameter: "cursor", reason: .malformedCursor)]) }
        let end = start + min(limit, total - start)
        let text = { (offset: Int) in PageCursor(version: version, query: query, offset: offset).text }
        return (start..<end, end < total ? text(end) : nil, start > 0 ? text(max(0, start - limit)) : nil)
    }
}
