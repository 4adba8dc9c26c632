/// What the parser found in a head. Every range counts from the first byte of the request.
package struct RequestHead: Sendable {
    /// How the content after the head is framed (RFC 9112 section 6).
    package enum Content: Sendable, Equatable {
        /// There is none.
        case none
        /// That many bytes, at least one, within the limit.
        case length(Int)
        /// Chunked.
        case chunked
    }

    /// The method.
    package internal(set) var method = Method.get
    /// 1.0 or 1.1.
    package internal(set) var version = Version.http11
    /// The request target as received.
    var target = 0..<0
    /// The target's path without its query; empty for `http://host` alone.
    var path = 0..<0
    /// What follows the first `?`, if there is one.
    var query: Range<Int>?
    /// Host, or the authority of an absolute target, which wins over Host (RFC 9112 section 3.2.2).
    var authority: Range<Int>?
    /// The field lines.
    var fields = 0..<0
    /// The union of the field names' bits.
    var presence: UInt64 = 0
    /// The framing.
    package internal(set) var content = Content.none
    /// Whether the client lets the connection persist (RFC 9112 section 9.3).
    package internal(set) var persists = true
    /// Whether the client waits for 100 before it sends the content.
    package internal(set) var expectsContinue = false
    /// Bytes of the head, with the empty line that ends it.
    package internal(set) var length = 0
}
