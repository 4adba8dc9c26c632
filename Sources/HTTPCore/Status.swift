/// A status code with its reason phrase (RFC 9110 section 15). Statuses are equal if their codes are.
package struct Status: Sendable, Hashable {
    /// The code, in 100…599.
    package let code: UInt16
    /// The status line (RFC 9112 section 4) without its CRLF.
    let line: StaticString

    private init(_ code: UInt16, _ line: StaticString) {
        self.code = code
        self.line = line
    }

    /// The reason phrase of the IANA registry, which is also the title of a problem without a type.
    package var reason: String {
        // The pointer does not escape the closure.
        line.withUTF8Buffer { line in
            String(decoding: line.dropFirst("HTTP/1.1 200 ".utf8.count), as: UTF8.self)
        }
    }

    /// Compares the codes only.
    package static func == (left: Status, right: Status) -> Bool { left.code == right.code }

    /// Hashes the code only.
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// Whether the status rules out content: 1xx, 204 and 304 do (RFC 9110 section 6.4.1).
    var forbidsContent: Bool { code < 200 || code == 204 || code == 304 }
}

/// The statuses in use.
extension Status {
    package static let ok = Status(200, "HTTP/1.1 200 OK")
    package static let noContent = Status(204, "HTTP/1.1 204 No Content")
    package static let partialContent = Status(206, "HTTP/1.1 206 Partial Content")
    package static let notModified = Status(304, "HTTP/1.1 304 Not Modified")
    package static let permanentRedirect = Status(308, "HTTP/1.1 308 Permanent Redirect")
    package static let badRequest = Status(400, "HTTP/1.1 400 Bad Request")
    package static let notFound = Status(404, "HTTP/1.1 404 Not Found")
    package static let methodNotAllowed = Status(405, "HTTP/1.1 405 Method Not Allowed")
    package static let notAcceptable = Status(406, "HTTP/1.1 406 Not Acceptable")
    static let requestTimeout = Status(408, "HTTP/1.1 408 Request Timeout")
    package static let gone = Status(410, "HTTP/1.1 410 Gone")
    package static let preconditionFailed = Status(412, "HTTP/1.1 412 Precondition Failed")
    package static let contentTooLarge = Status(413, "HTTP/1.1 413 Content Too Large")
    package static let uriTooLong = Status(414, "HTTP/1.1 414 URI Too Long")
    package static let rangeNotSatisfiable = Status(416, "HTTP/1.1 416 Range Not Satisfiable")
    package static let expectationFailed = Status(417, "HTTP/1.1 417 Expectation Failed")
    package static let tooManyRequests = Status(429, "HTTP/1.1 429 Too Many Requests")
    package static let headerFieldsTooLarge = Status(431, "HTTP/1.1 431 Request Header Fields Too Large")
    package static let internalServerError = Status(500, "HTTP/1.1 500 Internal Server Error")
    package static let notImplemented = Status(501, "HTTP/1.1 501 Not Implemented")
    package static let serviceUnavailable = Status(503, "HTTP/1.1 503 Service Unavailable")
    package static let versionNotSupported = Status(505, "HTTP/1.1 505 HTTP Version Not Supported")
}
