#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The scheme, host and port by which clients reach the service (RFC 6454), with the path below which everything is, if
/// there is one; without a trailing slash. It turns a path into an absolute URL.
package struct Origin: Sendable, Equatable, CustomStringConvertible {
    package let description: String

    /// Parses an origin such as `https://akistata.example` or `http://[::1]:8080`, or an address below which everything is,
    /// such as `https://akistata.example/histories/lithuania`; nil for anything else, such as one with a query, user
    /// information or a character that no host name has. The path has letters, digits, hyphens and underscores.
    package init?(_ text: String) {
        let schemes = ["https://", "http://"]
        guard let scheme = schemes.first(where: text.hasPrefix) else { return nil }
        let authority = text.dropFirst(scheme.count).prefix { $0 != "/" }
        guard Origin.isAuthority(authority) else { return nil }
        let segments = text[authority.endIndex...].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard segments.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isOfSegment) }) else { return nil }
        description = text
    }

    /// Creates the origin that the request names, with plain HTTP; nil if its Host is not a host name. A colon without
    /// a port is dropped (RFC 3986 section 3.2.3).
    package init?(_ request: borrowing Request) {
        guard let authority = request.authority else { return nil }
        self.init("http://" + (authority.hasSuffix(":") ? authority.dropLast() : authority[...]))
    }

    /// The path below which everything is, such as `/histories/lithuania`; mostly empty.
    package var path: String { String(description[authority.endIndex...]) }

    /// The host and port.
    package var authority: Substring { description.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" } }

    /// Whether `text` is a host with an optional port. Stricter than the parser, which accepts what RFC 3986 allows,
    /// because this is written into documents. Names of containers may have underscores.
    private static func isAuthority(_ text: Substring) -> Bool {
        let isAddress = text.hasPrefix("[")
        let host = isAddress ? text.prefix { $0 != "]" }.dropFirst() : text.prefix { $0 != ":" }
        var rest = text.dropFirst(host.count + (isAddress ? 1 : 0))
        if isAddress {
            guard rest.first == "]", isIPv6(host) else { return false }
            rest = rest.dropFirst()
        } else {
            guard host.utf8.allSatisfy(\.isHostName), host.utf8.count <= 253 else { return false }
        }
        guard !host.isEmpty, !host.hasPrefix("."), !host.hasPrefix("-") else { return false }
        guard !rest.isEmpty else { return true }
        return rest.first == ":" && UInt16(rest.dropFirst()) != nil && rest.utf8.dropFirst().allSatisfy(\.isDecimal)
    }

    /// Whether `text` is an IPv6 address, which may end in an IPv4 address (RFC 4291 section 2.2).
    private static func isIPv6(_ text: Substring) -> Bool {
        var address = in6_addr()
        return inet_pton(AF_INET6, String(text), &address) == 1
    }
}

extension UInt8 {
    fileprivate var isDecimal: Bool { (0x30...0x39).contains(self) }
    fileprivate var isOfSegment: Bool {
        isDecimal || (0x61...0x7A).contains(self | 0x20) || self == 0x2D || self == 0x5F
    }
    fileprivate var isHostName: Bool {
        isDecimal || (0x61...0x7A).contains(self | 0x20) || self == 0x2D || self == 0x2E || self == 0x5F
    }
}
