import Foundations

/// A field name (RFC 9110 section 5.1): a token, compared case-insensitively and written in lower case.
package struct FieldName: Sendable, Hashable, CustomStringConvertible {
    /// The name as written on the wire.
    let bytes: [UInt8]
    /// The bit that stands for this name in a set of names; see ``presence(of:)``.
    let presence: UInt64

    /// Creates a name; nil if `name` is not a token.
    package init?(_ name: String) {
        guard !name.isEmpty, name.utf8.allSatisfy(\.isToken) else { return nil }
        self.init(bytes: name.utf8.map(\.lowercased))
    }

    private init(known name: StaticString) {
        self.init(bytes: name.withUTF8Buffer { [UInt8]($0) })
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        presence = FieldName.presence(of: bytes.span)
    }

    /// The name in lower case.
    package var description: String { String(decoding: bytes, as: UTF8.self) }

    /// Returns the one of 64 bits that stands for `name`, whatever its case. If a set of names does not have this bit,
    /// it does not have the name; if it has the bit, it must be searched.
    static func presence(of name: Span<UInt8>) -> UInt64 {
        guard !name.isEmpty else { return 0 }
        let mixed = UInt64(name.count) &* 13 &+ UInt64(name[0] | 0x20) &* 7 &+ UInt64(name[name.count - 1] | 0x20)
        return 1 << (mixed & 63)
    }
}

/// The names in use.
extension FieldName {
    package static let accept = FieldName(known: "accept")
    package static let acceptEncoding = FieldName(known: "accept-encoding")
    package static let acceptLanguage = FieldName(known: "accept-language")
    package static let acceptRanges = FieldName(known: "accept-ranges")
    package static let accessControlAllowHeaders = FieldName(known: "access-control-allow-headers")
    package static let accessControlAllowMethods = FieldName(known: "access-control-allow-methods")
    package static let accessControlAllowOrigin = FieldName(known: "access-control-allow-origin")
    package static let accessControlExposeHeaders = FieldName(known: "access-control-expose-headers")
    package static let accessControlMaxAge = FieldName(known: "access-control-max-age")
    package static let allow = FieldName(known: "allow")
    package static let cacheControl = FieldName(known: "cache-control")
    package static let cacheTag = FieldName(known: "cache-tag")
    package static let connection = FieldName(known: "connection")
    package static let contentEncoding = FieldName(known: "content-encoding")
    package static let contentLanguage = FieldName(known: "content-language")
    package static let contentLength = FieldName(known: "content-length")
    package static let contentSecurityPolicy = FieldName(known: "content-security-policy")
    package static let contentRange = FieldName(known: "content-range")
    package static let contentType = FieldName(known: "content-type")
    package static let contentTypeOptions = FieldName(known: "x-content-type-options")
    package static let crossOriginResourcePolicy = FieldName(known: "cross-origin-resource-policy")
    package static let date = FieldName(known: "date")
    package static let deprecation = FieldName(known: "deprecation")
    package static let etag = FieldName(known: "etag")
    package static let expect = FieldName(known: "expect")
    static let forwarded = FieldName(known: "forwarded")
    package static let host = FieldName(known: "host")
    package static let ifMatch = FieldName(known: "if-match")
    package static let ifModifiedSince = FieldName(known: "if-modified-since")
    package static let ifNoneMatch = FieldName(known: "if-none-match")
    static let ifRange = FieldName(known: "if-range")
    package static let ifUnmodifiedSince = FieldName(known: "if-unmodified-since")
    package static let lastModified = FieldName(known: "last-modified")
    package static let link = FieldName(known: "link")
    package static let location = FieldName(known: "location")
    package static let mementoDatetime = FieldName(known: "memento-datetime")
    package static let origin = FieldName(known: "origin")
    package static let range = FieldName(known: "range")
    package static let referrerPolicy = FieldName(known: "referrer-policy")
    package static let requestId = FieldName(known: "x-request-id")
    package static let retryAfter = FieldName(known: "retry-after")
    package static let sunset = FieldName(known: "sunset")
    package static let surrogateKey = FieldName(known: "surrogate-key")
    package static let traceparent = FieldName(known: "traceparent")
    package static let transferEncoding = FieldName(known: "transfer-encoding")
    package static let userAgent = FieldName(known: "user-agent")
    package static let vary = FieldName(known: "vary")
    static let xForwardedFor = FieldName(known: "x-forwarded-for")
    static let xForwardedHost = FieldName(known: "x-forwarded-host")
    static let xForwardedProto = FieldName(known: "x-forwarded-proto")
}
