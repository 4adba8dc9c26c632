/// Why a request was refused before it reached a handler. Every case closes the connection, because it is unclear where
/// the next request would start.
package enum ParseError: Error, Sendable, CaseIterable {
    /// The request line is not `method SP target SP HTTP/x.y` (RFC 9112 section 3).
    case malformedRequestLine
    /// The head contains a control character, a bare CR or a bare LF (RFC 9112 section 2.2).
    case forbiddenControl
    /// The target has none of the four forms (RFC 9112 section 3.2), or its percent-encoding does not decode to UTF-8.
    case invalidTarget
    /// The target exceeds its limit.
    case targetTooLong
    /// The method is unknown, or CONNECT.
    case methodNotImplemented
    /// The major version is not 1.
    case versionNotSupported
    /// A field line has no colon, an empty name, or a name that is not a token, such as one with whitespace before the
    /// colon (RFC 9112 section 5.1).
    case malformedField
    /// A field line starts with whitespace (RFC 9112 section 5.2).
    case obsoleteLineFolding
    /// The head exceeds its limit.
    case headTooLarge
    /// There are more field lines than the limit.
    case tooManyFields
    /// An HTTP/1.1 request has no Host field (RFC 9112 section 3.2).
    case missingHost
    /// There is more than one Host field.
    case repeatedHost
    /// Host or the target's authority is invalid: it is empty, contains user information, or has a bad port.
    case invalidHost
    /// Content-Length contains something other than digits (RFC 9110 section 8.6).
    case invalidContentLength
    /// There is more than one Content-Length, even if they are equal.
    case repeatedContentLength
    /// Transfer-Encoding comes with Content-Length, in HTTP/1.0, or without chunked as its last coding (RFC 9112
    /// sections 6.1 and 6.3).
    case ambiguousFraming
    /// The transfer codings are not a single `chunked`.
    case transferCodingNotImplemented
    /// A chunk's size, extension, delimiter or trailer violates RFC 9112 section 7.1.
    case malformedChunk
    /// The content exceeds its limit.
    case contentTooLarge
    /// The Expect field is not `100-continue` (RFC 9110 section 10.1.1).
    case expectationFailed
    /// The head or the content did not arrive before its deadline. This is raised by the server, not by the parser.
    case timedOut

    /// The status of the response.
    package var status: Status {
        switch self {
        case .targetTooLong: .uriTooLong
        case .methodNotImplemented, .transferCodingNotImplemented: .notImplemented
        case .versionNotSupported: .versionNotSupported
        case .headTooLarge, .tooManyFields: .headerFieldsTooLarge
        case .contentTooLarge: .contentTooLarge
        case .expectationFailed: .expectationFailed
        case .timedOut: .requestTimeout
        default: .badRequest
        }
    }

    /// Returns what to tell a client whose target was refused and would have been valid as `target`, if it is known: what
    /// to send.
    package func detail(meaning target: String?) -> String {
        guard let target else { return detail }
        return "The request target must be percent-encoded, as curl -G --data-urlencode does. Send “\(target)” instead."
    }

    /// One sentence for the client: what was wrong, and what would have been right.
    package var detail: String {
        switch self {
        case .malformedRequestLine: "The request line is not method, target and version separated by single spaces."
        case .forbiddenControl: "The head contains a control character, or a line that does not end in CR LF."
        case .invalidTarget:
            """
            The request target is not a valid path, absolute URI or asterisk. Non-ASCII characters must be percent-encoded, \
            as curl -G --data-urlencode does.
            """
        case .targetTooLong: "The request target is too long."
        case .methodNotImplemented: "The request method is not implemented."
        case .versionNotSupported: "Only HTTP/1.0 and HTTP/1.1 are supported."
        case .malformedField: "A field line is not a name, a colon directly after it and a value."
        case .obsoleteLineFolding: "A field line starts with whitespace."
        case .headTooLarge: "The request line and the fields are too large."
        case .tooManyFields: "There are too many field lines."
        case .missingHost: "An HTTP/1.1 request needs a Host field."
        case .repeatedHost: "There is more than one Host field."
        case .invalidHost: "The Host field or the authority of the target is not a valid host and port."
        case .invalidContentLength: "Content-Length is not a decimal number."
        case .repeatedContentLength: "There is more than one Content-Length."
        case .ambiguousFraming:
            "Transfer-Encoding is used with Content-Length, in an HTTP/1.0 request, or without chunked at the end."
        case .transferCodingNotImplemented: "The only supported transfer coding is a single chunked."
        case .malformedChunk: "The chunked content is malformed."
        case .contentTooLarge: "The content is too large."
        case .expectationFailed: "The only supported expectation is 100-continue."
        case .timedOut: "The request did not arrive in time."
        }
    }
}
