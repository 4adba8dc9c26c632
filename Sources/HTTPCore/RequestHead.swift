/// The parts of a request's head. All ranges count from the first byte of the request.
package struct RequestHead: Sendable {
    /// How the content after the head is framed (RFC 9112 section 6).
    package enum Content: Sendable, Equatable {
        /// There is no content.
        case none
        /// This many bytes, at least one and within the limit.
        case length(Int)
        /// In chunks.
        case chunked
    }

    /// The request method.
    package internal(set) var method = Method.get
    /// The protocol version, 1.0 or 1.1.
    package internal(set) var version = Version.http11
    /// The request target as received.
    var target = 0..<0
    /// The path without the query; empty for a target such as `http://host`.
    var path = 0..<0
    /// Everything after the first `?`; nil if there is none.
    var query: Range<Int>?
    /// Host, or the authority of an absolute target, which takes precedence (RFC 9112 section 3.2.2); before both, what a
    /// proxy that is trusted says.
    var authority: Range<Int>?
    /// The scheme by which the client reached the service: HTTP, unless a proxy that is trusted says another.
    var scheme = Scheme.http
    /// Whether scheme or authority are a proxy's word; see ``follow(_:in:)``.
    var isForwarded = false
    /// The field lines.
    var fields = 0..<0
    /// The union of the field names' bits.
    var presence: UInt64 = 0
    /// The framing of the content.
    package internal(set) var content = Content.none
    /// Whether the client allows the connection to persist (RFC 9112 section 9.3).
    package internal(set) var persists = true
    /// Whether the client waits for 100 (Continue) before it sends the content.
    package internal(set) var expectsContinue = false
    /// The length of the head in bytes, including the final empty line.
    package internal(set) var length = 0
}
