import Foundations

/// The scheme, host and port by which clients reach the service (RFC 6454), with the path below which everything is, if
/// there is one; without a trailing slash. It turns a path into an absolute URL.
package struct Origin: Sendable, Equatable, CustomStringConvertible {
    /// The longest host name in bytes (RFC 1035 section 2.3.4).
    private static let longest = 253

    package let description: String

    /// Parses an origin such as `https://akistata.example` or `http://[::1]:8080`, or an address below which everything is,
    /// such as `https://akistata.example/histories/lithuania`; nil for anything else, such as one with a query, user
    /// information or a character that no host name has. The path has letters, digits, hyphens and underscores.
    package init?(_ text: String) {
        let schemes = ["https://", "http://"]
        guard let scheme = schemes.first(where: text.hasPrefix) else { return nil }
        let authority = text.dropFirst(scheme.count).prefix { $0 != "/" }
        guard Origin.isAuthority(Array(authority.utf8).span) else { return nil }
        let segments = text[authority.endIndex...].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        guard segments.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isOfSegment) }) else { return nil }
        description = text
    }

    /// Creates the origin that the request names, with plain HTTP unless a trusted proxy says otherwise; nil if its Host is
    /// not a host name. A colon without a port is dropped (RFC 3986 section 3.2.3).
    package init?(_ request: borrowing Request) {
        guard let authority = request.authority else { return nil }
        self.init("\(request.scheme)://" + (authority.hasSuffix(":") ? authority.dropLast() : authority[...]))
    }

    /// The path below which everything is, such as `/histories/lithuania`; mostly empty.
    package var path: String { String(description[authority.endIndex...]) }

    /// The host and port.
    package var authority: Substring { description.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" } }

    /// Whether the bytes are a host with an optional port. Stricter than the parser, which accepts what RFC 3986 allows,
    /// because this is written into documents. Names of containers may have underscores.
    static func isAuthority(_ bytes: Span<UInt8>) -> Bool {
        var end = 0
        if let bracket = bytes.firstIndex(of: UInt8(ascii: "]"), in: 0..<bytes.count), bytes[0] == UInt8(ascii: "[") {
            let address = bytes.extracting(1..<bracket)
            guard address.firstIndex(of: Byte.colon, in: 0..<address.count) != nil, IPAddress(address) != nil else {
                return false
            }
            end = bracket + 1
        } else {
            while end < bytes.count, bytes[end].isHostName { end += 1 }
            guard (1...longest).contains(end), bytes[0] != UInt8(ascii: "."), bytes[0] != UInt8(ascii: "-") else {
                return false
            }
        }
        guard end < bytes.count else { return true }
        return bytes[end] == Byte.colon && bytes.extracting((end + 1)...).portNumber != nil
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
