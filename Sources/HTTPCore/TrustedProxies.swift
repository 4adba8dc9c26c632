/// The peers that are believed when they say for whom they speak, and the fields in which they say it.
package struct TrustedProxies: Sendable, Equatable, CustomStringConvertible {
    /// A family of fields. Only one is read: a proxy that sets one family passes the other on as the client sent it, and
    /// whoever could choose between the two would choose the client.
    package enum Fields: String, Sendable, CaseIterable, CustomStringConvertible {
        /// `X-Forwarded-For`, `X-Forwarded-Proto` and `X-Forwarded-Host`.
        case xForwarded = "x-forwarded"
        /// `Forwarded` (RFC 7239).
        case forwarded

        package var description: String { rawValue }
    }

    /// The word for peers on the other end of a Unix-domain socket.
    private static let unix = "unix"

    /// The addresses of the proxies.
    package private(set) var blocks: [AddressBlock] = []
    /// Whether the peers of a Unix-domain socket are proxies.
    package private(set) var includesUnix = false
    /// The fields that the proxies set.
    package var fields = Fields.xForwarded

    /// Trusts nobody.
    package init() {}

    /// Parses a list of blocks and `unix`, separated by commas with or without spaces; nil if it is empty or a member is
    /// neither.
    package init?(_ text: String) {
        for member in text.split(separator: ",", omittingEmptySubsequences: false) {
            let member = String(member.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            if member == TrustedProxies.unix {
                includesUnix = true
            } else if let block = AddressBlock(member) {
                blocks.append(block)
            } else {
                return nil
            }
        }
    }

    /// Trusts those whom `other` trusts, too.
    package mutating func add(_ other: TrustedProxies) {
        blocks += other.blocks
        includesUnix = includesUnix || other.includesUnix
    }

    /// Whether nobody is trusted.
    package var isEmpty: Bool { blocks.isEmpty && !includesUnix }

    /// Whether the address is that of a proxy.
    package func contains(_ address: IPAddress) -> Bool { blocks.contains { $0.contains(address) } }

    /// The list, or `none`.
    package var description: String {
        let members = blocks.map(\.description) + (includesUnix ? [TrustedProxies.unix] : [])
        return members.isEmpty ? "none" : members.joined(separator: ",")
    }
}
