/// A request method (RFC 9110 section 9.3, and PATCH of RFC 5789). Any other token is refused with 501.
package enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case head = "HEAD"
    case options = "OPTIONS"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
    case patch = "PATCH"
    case trace = "TRACE"
    /// GET with content (the IETF's "safe method with a body"): known, so that it is 405 here.
    case query = "QUERY"
    /// Known so that it can be named; the parser answers 501, for this server is no proxy.
    case connect = "CONNECT"

    /// Methods are case-sensitive: `get` is not GET.
    init?(_ token: Span<UInt8>) {
        // GET and HEAD are nearly every request: they skip the search.
        if token.equals("GET") {
            self = .get
        } else if token.equals("HEAD") {
            self = .head
        } else if let found = Method.others.first(where: { token.equals($0.token) }) {
            self = found.method
        } else {
            return nil
        }
    }

    /// The method with which a request begins, whether or not the rest of it can be read; nil where it is none of these.
    /// One empty line may stand before it.
    package init?(ofRequest bytes: Span<UInt8>) {
        let start = bytes.count >= 2 && bytes.extracting(..<2).equals("\r\n") ? 2 : 0
        var end = start
        while end < bytes.count, bytes[end].isToken { end += 1 }
        self.init(bytes.extracting(start..<end))
    }

    private static let others: [(token: StaticString, method: Method)] = [
        ("OPTIONS", .options), ("POST", .post), ("PUT", .put), ("DELETE", .delete), ("PATCH", .patch),
        ("TRACE", .trace), ("QUERY", .query), ("CONNECT", .connect),
    ]
}
