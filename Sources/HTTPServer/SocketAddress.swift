internal import Foundation
import Foundations

/// An IPv4 or IPv6 address with a port, or any Unix-domain socket. It is small enough to be copied freely.
package struct SocketAddress: Sendable, Hashable, CustomStringConvertible {
    /// The address in network order, as big-endian numbers; an IPv4 address is in the last 32 bits of `low`.
    private var high: UInt64
    private var low: UInt64
    private var scope: UInt32
    private let family: Family
    /// The port in host order; 0 lets the kernel choose, and is also used where there are no ports.
    package var port: UInt16

    private enum Family {
        case ipv4, ipv6, unix
    }

    /// Whether this is an IPv6 address; false for an IPv4 peer as an IPv6 socket sees it.
    package var isIPv6: Bool { family == .ipv6 }
    /// Whether this is a Unix-domain socket.
    package var isUnix: Bool { family == .unix }

    /// Reads an address in the kernel's form; nil for any other family.
    init?(_ storage: sockaddr_storage) {
        var storage = storage
        scope = 0
        switch Int32(storage.ss_family) {
        case AF_INET:
            // The family says which structure is in the storage, which is large enough for either.
            let address = withUnsafeBytes(of: &storage) { $0.loadUnaligned(as: sockaddr_in.self) }
            (high, low) = (0, UInt64(UInt32(bigEndian: address.sin_addr.s_addr)))
            port = UInt16(bigEndian: address.sin_port)
            family = .ipv4
        case AF_INET6:
            let address = withUnsafeBytes(of: &storage) { $0.loadUnaligned(as: sockaddr_in6.self) }
            (high, low) = withUnsafeBytes(of: address.sin6_addr) {
                (
                    UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)),
                    UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
                )
            }
            port = UInt16(bigEndian: address.sin6_port)
            let isMapped = high == 0 && low >> 32 == 0xFFFF
            if isMapped { low &= 0xFFFF_FFFF } else { scope = address.sin6_scope_id }
            family = isMapped ? .ipv4 : .ipv6
        case AF_UNIX:
            (high, low, port) = (0, 0, 0)
            family = .unix
        default:
            return nil
        }
    }

    /// Returns all addresses of a literal or a name, in the resolver's order. Blocks while the resolver looks them up.
    static func resolve(host: String, port: UInt16) throws(SocketError) -> [SocketAddress] {
        var hints = addrinfo()
        hints.ai_flags = AI_PASSIVE
        hints.ai_socktype = System.streamHint
        var first: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, String(port), &hints, &first)
        guard status == 0 else { throw .unresolved(host: host, reason: String(cString: gai_strerror(status))) }
        defer { freeaddrinfo(first) }
        var addresses: [SocketAddress] = []
        var next = first
        while let info = next?.pointee {
            var storage = sockaddr_storage()
            if let source = info.ai_addr, Int(info.ai_addrlen) <= MemoryLayout<sockaddr_storage>.size {
                // The length has just been checked against the room.
                withUnsafeMutableBytes(of: &storage) {
                    $0.copyMemory(from: UnsafeRawBufferPointer(start: source, count: Int(info.ai_addrlen)))
                }
            }
            if let address = SocketAddress(storage), !addresses.contains(address) { addresses.append(address) }
            next = info.ai_next
        }
        guard !addresses.isEmpty else { throw .unresolved(host: host, reason: "no IPv4 or IPv6 address") }
        return addresses
    }

    /// Passes the address in the kernel's form to `use`, valid during the call. Not for a Unix-domain socket, whose
    /// path is not kept.
    func withPointer<Result>(_ use: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        func pass<Address>(_ address: Address) -> Result {
            // sockaddr is the common start of both structures; the length says which one it is.
            withUnsafePointer(to: address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    use($0, socklen_t(MemoryLayout<Address>.size))
                }
            }
        }
        guard isIPv6 else {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = UInt32(truncatingIfNeeded: low).bigEndian
            return pass(address)
        }
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = port.bigEndian
        address.sin6_scope_id = scope
        withUnsafeMutableBytes(of: &address.sin6_addr) {
            $0.storeBytes(of: high.bigEndian, as: UInt64.self)
            $0.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        return pass(address)
    }

    // An address is hashed for every connection, and these two numbers tell nearly all of them apart.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(high)
        hasher.combine(low)
    }

    /// The bytes of ``description``, which are part of every log line. IPv4 is written without intermediate strings.
    var bytes: [UInt8] {
        guard family == .ipv4 else { return Array(description.utf8) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity("255.255.255.255:65535".utf8.count)
        for place in 0..<4 {
            bytes.append(decimal: low >> UInt64(24 - 8 * place) & 0xFF)
            bytes.append(place < 3 ? UInt8(ascii: ".") : UInt8(ascii: ":"))
        }
        bytes.append(decimal: UInt64(port))
        return bytes
    }

    /// The key by which connections are counted: the IPv4 address, or the /64 that an IPv6 subscriber has.
    var subscriber: SocketAddress {
        var subscriber = self
        subscriber.port = 0
        if isIPv6 { subscriber.low = 0 }
        return subscriber
    }

    /// The address without its port; `unix` if there is none.
    package var host: String {
        if isUnix { return "unix" }
        guard isIPv6 else {
            return (0..<4).map { String(low >> (24 - 8 * $0) & 0xFF) }.joined(separator: ".")
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

    /// The address as in a URL, such as `127.0.0.1:8080` or `[::1]:8080`; `unix` if there is none.
    package var description: String {
        switch family {
        case .ipv4: "\(host):\(port)"
        case .ipv6: "[\(host)]:\(port)"
        case .unix: host
        }
    }
}
