internal import Foundation
import Foundations
package import HTTPCore

/// An IPv4 or IPv6 address with a port, or any Unix-domain socket. It is small enough to be copied freely.
package struct SocketAddress: Sendable, Equatable, CustomStringConvertible {
    /// The address without port and scope; nil for a Unix-domain socket.
    package private(set) var ip: IPAddress?
    private var scope: UInt32 = 0
    /// The port in host order; 0 lets the kernel choose, and is also used where there are no ports.
    package var port: UInt16

    /// Whether this is an IPv6 address; false for an IPv4 peer as an IPv6 socket sees it.
    package var isIPv6: Bool { ip?.isIPv6 == true }
    /// Whether this is a Unix-domain socket.
    package var isUnix: Bool { ip == nil }

    /// Creates an address of the global scope.
    package init(_ ip: IPAddress, port: UInt16) {
        (self.ip, self.port) = (ip, port)
    }

    /// Reads an address in the kernel's form; nil for any other family.
    init?(_ storage: sockaddr_storage) {
        var storage = storage
        switch Int32(storage.ss_family) {
        case AF_INET:
            // The family says which structure is in the storage, which is large enough for either.
            let address = withUnsafeBytes(of: &storage) { $0.loadUnaligned(as: sockaddr_in.self) }
            ip = IPAddress(ipv4: UInt32(bigEndian: address.sin_addr.s_addr))
            port = UInt16(bigEndian: address.sin_port)
        case AF_INET6:
            let address = withUnsafeBytes(of: &storage) { $0.loadUnaligned(as: sockaddr_in6.self) }
            let ip = withUnsafeBytes(of: address.sin6_addr) { IPAddress(ipv6: $0) }
            self.ip = ip
            port = UInt16(bigEndian: address.sin6_port)
            if ip.isIPv6 { scope = address.sin6_scope_id }
        case AF_UNIX:
            (ip, port) = (nil, 0)
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
        let ip = ip ?? IPAddress(ipv4: 0)
        guard ip.isIPv6 else {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = UInt32(truncatingIfNeeded: ip.low).bigEndian
            return pass(address)
        }
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = port.bigEndian
        address.sin6_scope_id = scope
        withUnsafeMutableBytes(of: &address.sin6_addr) {
            $0.storeBytes(of: ip.high.bigEndian, as: UInt64.self)
            $0.storeBytes(of: ip.low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        return pass(address)
    }

    /// The bytes of ``description``, which are part of every log line. IPv4 is written without intermediate strings.
    var bytes: [UInt8] {
        guard let ip else { return Array(host.utf8) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity("255.255.255.255:65535".utf8.count)
        ip.append(to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(decimal: UInt64(port))
        return bytes
    }

    /// The key by which connections are counted: the IPv4 address, or the /64 that an IPv6 subscriber has. Nil for a
    /// Unix-domain socket, whose clients cannot be told apart.
    var subscriber: IPAddress? { ip.map { $0.isIPv6 ? $0.masked(to: 64) : $0 } }

    /// The address without its port; `unix` if there is none.
    package var host: String { ip?.description ?? "unix" }

    /// The address as in a URL, such as `127.0.0.1:8080` or `[::1]:8080`; `unix` if there is none.
    package var description: String { String(decoding: bytes, as: UTF8.self) }
}
