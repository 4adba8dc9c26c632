import Archive
import HTTPCore

/// The way from one page of a list to those beside it: in the body, and in the `Link` field (RFC 8288).
struct PageLinks {
    private let page: Page
    /// The URL as asked for.
    private let current: String
    /// The same without a cursor.
    let first: String
    let next: String?
    let previous: String?

    init(_ exchange: borrowing Exchange, _ page: Page) {
        self.page = page
        let query = exchange.parameters.pairs.filter { $0.parameter !== Parameter.cursor }.query
        let first = exchange.request.path + query
        let url = { (cursor: String) in first + (query.isEmpty ? "?" : "&") + QueryPair(.cursor, cursor).text }
        current = exchange.parameters.first(Parameter.cursor.name).map(url) ?? first
        next = page.next.map(url)
        previous = page.previous.map(url)
        self.first = first
    }

    /// What follows the records: `meta` and `links`.
    func tail(
        count: Int, _ exchange: borrowing Exchange, meta: (inout JSONText) -> Void = { _ in }
    ) -> [UInt8] {
        let tail = Envelope.tail(exchange) { json in
            json.member("total", page.total)
            json.member("count", count)
            json.member("limit", page.limit)
            meta(&json)
        } links: { json in
            json.member("self", current)
            json.member("next", value: next)
            json.member("prev", value: previous)
            json.member("first", first)
        }
        return Array("]".utf8) + tail
    }

    /// Each link that there is.
    var relations: [Link] {
        [(next, "next"), (previous, "prev"), (first, "first")].compactMap { url, relation in
            url.map { Link($0, relation) }
        }
    }
}
