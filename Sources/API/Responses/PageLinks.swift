package import Archive
import Foundations
import HTTPCore

/// The links from one page of a list to its neighbours, in the body and in the `Link` field (RFC 8288).
package struct PageLinks {
    private let page: Page
    /// The URL as requested.
    private let current: Link
    /// The URL without a cursor.
    let first: Link
    package let next, previous: Link?

    package init(_ context: borrowing RequestContext, _ page: Page) {
        self.page = page
        let path = context.address
        let query = context.parameters.pairs.query { $0 !== Parameter.cursor }
        let begun = query.isEmpty ? "?cursor=" : query + "&cursor="
        current = Link(
            context.parameters.first(Parameter.cursor.name).map { (path, begun, PercentEncoding.encode($0)) }
                ?? (path, query, ""), "self")
        // A walk goes on in the version where it began, whichever is current meanwhile, or on another server.
        let turned = context.route.isPage ? path : Permalink.path(path, version: context.encoded.version)
        next = page.next.map { Link((turned, begun, $0), "next") }
        previous = page.previous.map { Link((turned, begun, $0), "prev") }
        first = Link((path, query, ""), "first")
    }

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
