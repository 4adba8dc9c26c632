package import Archive
import Foundations
import HTTPCore

/// The links from one page of a list to its neighbours, in the body and in the `Link` field (RFC 8288).
package struct PageLinks {
    private let page: Page
    private let path, query: String
    /// The path of the pages before and after.
    private let turned: String
    private let cursor: String?

    package init(_ context: borrowing RequestContext, _ page: Page) {
        self.page = page
        path = context.address
        query = context.parameters.pairs.query { $0 !== Parameter.cursor }
        cursor = context.parameters.first(Parameter.cursor.name)
        // A walk goes on in the version where it began, whichever is current meanwhile, or on another server.
        turned =
            context.route.isPage || page.next == nil && page.previous == nil
            ? path : Permalink.path(path, version: context.encoded.version)
    }

    private var begun: String { query.isEmpty ? "?cursor=" : query + "&cursor=" }

    /// The URL as requested.
    private var current: Link {
        Link(cursor.map { (path, begun, PercentEncoding.encode($0)) } ?? (path, query, ""), "self")
    }

    /// The URL without a cursor.
    var first: Link { Link((path, query, ""), "first") }
    package var next: Link? { page.next.map { Link((turned, begun, $0), "next") } }
    package var previous: Link? { page.previous.map { Link((turned, begun, $0), "prev") } }

    /// Appends what follows the records: the end of the list, `meta` and `links`.
    func writeTail(
        to json: inout JSONText, count: Int, _ context: borrowing RequestContext, beside links: [Link],
        meta: (inout JSONText) -> Void = { _ in }
    ) {
        Envelope.writeTail(to: &json, context, beside: links) { json in
            json.member("total", page.total)
            json.member("count", count)
            json.member("limit", page.limit)
            context.writeOpenEnds(&json)
            meta(&json)
        } links: { json in
            json.member("self", link: current)
            json.member("next", link: next)
            json.member("prev", link: previous)
            json.member("first", link: first)
        }
    }

    /// The links that exist.
    package var relations: [Link] { [next, previous, first].compactMap { $0 } }
}
