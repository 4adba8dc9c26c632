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
    private let previous: String?

    init(_ exchange: borrowing Exchange, _ page: Page) {
        self.page = page
        let path = exchange.request.path
        let pairs = exchange.parameters.pairs
        let others = pairs.filter { $0.parameter.name != Parameter.cursor.name }
        let url = { (cursor: String?) in
            path + (others + (cursor.map { [QueryPair(.cursor, $0)] } ?? [])).query
        }
        current = url(exchange.parameters.first(Parameter.cursor.name))
        first = url(nil)
        next = page.next.map(url)
        previous = page.previous.map(url)
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
