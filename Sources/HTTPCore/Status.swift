/// A status code with its reason phrase (RFC 9110 section 15). Two are equal when their codes are.
package struct Status: Sendable, Hashable {
    /// 100…599.
    package let code: UInt16
    /// The phrase of the registry, also the title of a problem that has no type of its own.
    package let reason: StaticString

    private init(_ code: UInt16, _ reason: StaticString) {
        self.code = code
        self.reason = reason
    }

    /// By code alone.
    package static func == (left: Status, right: Status) -> Bool { left.code == right.code }

    /// By code alone.
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// 1xx, 204 and 304 never carry content (RFC 9110 section 6.4.1).
    var forbidsContent: Bool { code < 200 || code == 204 || code == 304 }
}

/// The codes in use, by the phrases of RFC 9110.
extension Status {
    package static let ok = Status(200, "OK")
    package static let noContent = Status(204, "No Content")
    package static let partialContent = Status(206, "Partial Content")
    package static let notModified = Status(304, "Not Modified")
    package static let badRequest = Status(400, "Bad Request")
    package static let notFound = Status(404, "Not Found")
    package static let methodNotAllowed = Status(405, "Method Not Allowed")
    package static let notAcceptable = Status(406, "Not Acceptable")
    package static let requestTimeout = Status(408, "Request Timeout")
    package static let gone = Status(410, "Gone")
    package static let preconditionFailed = Status(412, "Precondition Failed")
    package static let contentTooLarge = Status(413, "Content Too Large")
    package static let uriTooLong = Status(414, "URI Too Long")
    package static let rangeNotSatisfiable = Status(416, "Range Not Satisfiable")
    package static let expectationFailed = Status(417, "Expectation Failed")
    package static let tooManyRequests = Status(429, "Too Many Requests")
    package static let headerFieldsTooLarge = Status(431, "Request Header Fields Too Large")
    package static let notImplemented = Status(501, "Not Implemented")
    package static let serviceUnavailable = Status(503, "Service Unavailable")
    package static let versionNotSupported = Status(505, "HTTP Version Not Supported")
}
