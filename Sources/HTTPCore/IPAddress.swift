import Foundations

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// An IPv4 or IPv6 address without port and zone. An IPv4 address that is mapped into IPv6 (RFC 4291 section 2.5.5.2) is
/// that IPv4 address.
package struct IPAddress: Sendable, Hashable, CustomStringConvertible {
    /// The longest text of an address, `ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255`, in bytes.
    private static let longest = 45

    package let isIPv6: Bool
    /// The two halves in network order, as big-endian numbers; an IPv4 address is in the last 32 bits of `low`.
    package let high: UInt64
    package let low: UInt64

    /// Creates an IPv4 address from its 32 bits, as a big-endian number.
    package init(ipv4 bits: UInt32) {
        (high, low, isIPv6) = (0, UInt64(bits), false)
    }

    /// Creates an address from the 128 bits of IPv6.
    package init(high: UInt64, low: UInt64) {
        isIPv6 = high != 0 || low >> 32 != 0xFFFF
        (self.high, self.low) = (high, isIPv6 ? low : low & 0xFFFF_FFFF)
    }

    /// Parses an address as people write it, without brackets and leading zeros; nil for anything else.
    package init?(_ text: Span<UInt8>) {
        guard text.count <= IPAddress.longest else { return nil }
        for index in 0..<text.count {
            // Above all no zero, where the system's function would take the text to end.
            guard text[index].hexValue != nil || text[index] == Byte.colon || text[index] == UInt8(ascii: ".") else {
                return nil
            }
        }
        let string = text.text(0..<text.count)
        var (ipv4, ipv6) = (in_addr(), in6_addr())
        if inet_pton(AF_INET, string, &ipv4) == 1 {
            self.init(ipv4: UInt32(bigEndian: ipv4.s_addr))
        } else if inet_pton(AF_INET6, string, &ipv6) == 1 {
            self = withUnsafeBytes(of: ipv6) { IPAddress(ipv6: $0) }
        } else {
            return nil
        }
    }

    /// Parses an address as people write it, without brackets and leading zeros; nil for anything else.
    package init?(_ text: Substring) {
        let bytes = Array(text.utf8)
        self.init(bytes.span)
    }

    /// Creates an address from 16 bytes in network order.
    package init(ipv6 bytes: UnsafeRawBufferPointer) {
        self.init(
            high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
            low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }

    /// Returns the address with all bits after the first `length` cleared.
    package func masked(to length: Int) -> IPAddress {
        func first(_ count: Int) -> UInt64 { count <= 0 ? 0 : count >= 64 ? .max : .max << UInt64(64 - count) }
        guard isIPv6 else { return IPAddress(ipv4: UInt32(truncatingIfNeeded: low & first(32 + length))) }
        return IPAddress(high: high & first(length), low: low & first(length - 64))
    }

    // An address is hashed for every connection, and these two numbers tell nearly all of them apart.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(high)
        hasher.combine(low)
    }

    /// Appends the address as in a URL: an IPv6 address is in brackets.
    package func append(to bytes: inout [UInt8]) {
        guard !isIPv6 else {
            bytes.append(contentsOf: "[\(description)]".utf8)
            return
        }
        for place in 0..<4 {
            if place > 0 { bytes.append(UInt8(ascii: ".")) }
            bytes.append(decimal: low >> UInt64(24 - 8 * place) & 0xFF)
        }
    }

    /// The address without brackets, an IPv6 address as in RFC 5952.
    package var description: String {
        guard isIPv6 else {
            var bytes: [UInt8] = []
            append(to: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
        var address = in6_addr()
        withUnsafeMutableBytes(of: &address) {
            $0.storeBytes(of: high.bigEndian, as: UInt64.self)
            $0.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(AF_INET6, &address, &text, socklen_t(text.count)) != nil else { return "::" }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
