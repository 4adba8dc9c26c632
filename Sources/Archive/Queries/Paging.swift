/// Pages of one query over one version of the data.
struct Paging: Sendable {
    /// The digest of the data.
    let version: UInt64
    /// The digest of the query.
    let query: UInt64

    /// Where a page begins; 0 without a cursor. What is wrong with the two parameters is added to `faults`.
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

    /// Which of `total` elements the page from `start` has, and the cursors of the pages after and before.
    func page(
        from start: Int, of total: Int, limit: Int
    ) throws(QueryError) -> (range: Range<Int>, next: String?, previous: String?) {
        guard start <= total else { throw QueryError([.init(parameter: "cursor", reason: .malformedCursor)]) }
        let end = start + min(limit, total - start)
        let text = { (offset: Int) in PageCursor(version: version, query: query, offset: offset).text }
        return (start..<end, end < total ? text(end) : nil, start > 0 ? text(max(0, start - limit)) : nil)
    }
}
