/// Why a request was refused before any handler saw it. Every case closes the connection: after it, where the next
/// request starts is in doubt.
package enum ParseError: Error, Sendable, CaseIterable {
    /// Not `method SP target SP HTTP/x.y` (RFC 9112 section 3).
    case malformedRequestLine
    /// A control, a bare CR or a bare LF in the head (RFC 9112 section 2.2).
    case forbiddenControl
    /// None of the four forms (RFC 9112 section 3.2), or percent-encoding that does not decode to UTF-8.
    case invalidTarget
    /// The target passes its limit.
    case targetTooLong
    /// A method that is unknown, or CONNECT.
    case methodNotImplemented
    /// A major version other than 1.
    case versionNotSupported
    /// No colon, an empty name, or a name that is no token: whitespace before the colon, too (RFC 9112 section 5.1).
    case malformedField
    /// A line that starts with whitespace (RFC 9112 section 5.2).
    case obsoleteLineFolding
    /// The head passes its limit.
    case headTooLarge
    /// More field lines than the limit.
    case tooManyFields
    /// An HTTP/1.1 request without Host (RFC 9112 section 3.2).
    case missingHost
    /// More than one Host.
    case repeatedHost
    /// An authority that is none: empty, with user information, with a bad port.
    case invalidHost
    /// Anything but digits (RFC 9110 section 8.6).
    case invalidContentLength
    /// More than one Content-Length, equal or not.
    case repeatedContentLength
    /// Transfer-Encoding with Content-Length, in HTTP/1.0, or without chunked at its end (RFC 9112 sections 6.1, 6.3).
    case ambiguousFraming
    /// A transfer coding other than a single `chunked`.
    case transferCodingNotImplemented
    /// A chunk size, extension, delimiter or trailer that breaks RFC 9112 section 7.1.
    case malformedChunk
    /// The content passes its limit.
    case contentTooLarge
    /// An Expect other than `100-continue` (RFC 9110 section 10.1.1).
    case expectationFailed
    /// The head or the content did not arrive before its deadline. Found by the server, not by the parser.
    case timedOut

    /// The status to answer with.
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

    /// One sentence for the client: what was wrong, and what would be right.
    package var detail: String {
        switch self {
        case .malformedRequestLine: "The request line is not a method, a target and a version with one space between."
        case .forbiddenControl: "The head holds a control character, or a line that does not end in CR LF."
        case .invalidTarget: "The request target is not a valid path, absolute URI or asterisk."
        case .targetTooLong: "The request target is too long."
        case .methodNotImplemented: "The request method is not implemented."
        case .versionNotSupported: "Only HTTP/1.0 and HTTP/1.1 are spoken here."
        case .malformedField: "A field line is not a name, a colon directly after it, and a value."
        case .obsoleteLineFolding: "A field line starts with whitespace."
        case .headTooLarge: "The request line and the fields are too large."
        case .tooManyFields: "There are too many field lines."
        case .missingHost: "An HTTP/1.1 request needs a Host field."
        case .repeatedHost: "There is more than one Host field."
        case .invalidHost: "The Host field or the authority of the target is not a valid host and port."
        case .invalidContentLength: "Content-Length is not a decimal number."
        case .repeatedContentLength: "There is more than one Content-Length."
        case .ambiguousFraming:
            "Transfer-Encoding stands beside Content-Length, in an HTTP/1.0 request, or without chunked at its end."
        case .transferCodingNotImplemented: "The only transfer coding implemented is chunked, once."
        case .malformedChunk: "The chunked content is malformed."
        case .contentTooLarge: "The content is too large."
        case .expectationFailed: "The only expectation met is 100-continue."
        case .timedOut: "The request did not arrive in time."
        }
    }
}
