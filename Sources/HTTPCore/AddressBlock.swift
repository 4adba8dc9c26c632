/// A block of addresses in CIDR notation (RFC 4632 section 3.1, RFC 4291 section 2.3).
package struct AddressBlock: Sendable, Hashable, CustomStringConvertible {
    private let first: IPAddress
    /// The number of bits that all addresses of the block share.
    private let length: Int

    /// Parses `10.0.0.0/8`, `2001:db8::/32`, or an address, which is a block of one; nil for anything else, such as a block
    /// in which bits after the shared ones are set. ``init(around:)`` clears them.
    package init?(_ text: String) {
        self.init(around: text)
        guard AddressBlock.address(in: text) == first else { return nil }
    }

    /// Parses the block that the address belongs to: `10.1.2.3/8` is `10.0.0.0/8`.
    package init?(around text: String) {
        guard let address = AddressBlock.address(in: text) else { return nil }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let isWrittenIPv6 = text.contains(":")
        var length = isWrittenIPv6 ? 128 : 32
        if parts.count == 2 {
            let digits = parts[1]
            guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let given = Int(digits), given <= length, digits.count == 1 || !digits.hasPrefix("0")
            else { return nil }
            length = given
        }
        // A block of mapped addresses is one of IPv4.
        if isWrittenIPv6, !address.isIPv6 { length -= 96 }
        guard parts.count <= 2, length >= 0 else { return nil }
        self.length = length
        first = address.masked(to: length)
    }

    private static func address(in text: String) -> IPAddress? {
        IPAddress(text.prefix { $0 != "/" })
    }

    /// Whether the address is in the block.
    package func contains(_ address: IPAddress) -> Bool {
        address.isIPv6 == first.isIPv6 && address.masked(to: length) == first
    }

    /// The block in CIDR notation; a block of one has no slash.
    package var description: String {
        length == (first.isIPv6 ? 128 : 32) ? first.description : "\(first)/\(length)"
    }
}
