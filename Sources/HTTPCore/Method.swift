/// A request method of RFC 9110 section 9.3, RFC 5789 (PATCH) or the IETF's "safe method with a body" (QUERY). Any
/// other token is refused with 501.
package enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case head = "HEAD"
    case options = "OPTIONS"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
    case patch = "PATCH"
    case trace = "TRACE"
    /// A safe method with content. It is known so that it gets 405 rather than 501.
    case query = "QUERY"
    /// Known so that it can be named. The parser responds 501, as this server is not a proxy.
    case connect = "CONNECT"

    /// Creates a method from its token. Methods are case-sensitive: `get` is not GET.
    init?(_ token: Span<UInt8>) {
        // Nearly all requests are GET or HEAD, so these skip the search.
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

    /// Reads the method at the start of a request, whether or not the rest can be parsed; nil if it is unknown. One
    /// empty line may precede it.
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
