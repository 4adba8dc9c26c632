import Testing

@testable import HTTPCore

@Suite("A header of the PROXY protocol")
struct ProxyHeaderTests {
    private static let signature: [UInt8] = [13, 10, 13, 10, 0, 13, 10, 0x51, 0x55, 0x49, 0x54, 10]

    /// A header of version 2.
    private static func binary(_ command: UInt8, _ family: UInt8, _ block: [UInt8], length: Int? = nil) -> [UInt8] {
        let length = length ?? block.count
        return signature + [command, family, UInt8(length >> 8), UInt8(length & 0xFF)] + block
    }

    private static let ipv4: [UInt8] = [192, 0, 2, 43, 198, 51, 100, 1, 0xDC, 0x04, 0x01, 0xBB]
    private static let zeros = [UInt8](repeating: 0, count: 16)
    private static let ipv6 = [0x20, 1, 0x0D, 0xB8] + zeros.dropLast(5) + [0x17] + zeros + [0xDC, 4, 1, 0xBB]
    private static let unix = [UInt8](repeating: 0x61, count: 216)
    private static let skipped: [UInt8] = [4, 0, 3, 1, 2, 3, 0x20, 0, 5, 1, 0, 0, 0, 0]

    /// Headers, and where the connection comes from: `proxy`, `unknown`, or the client.
    private static let headers: [([UInt8], String)] = [
        (binary(0x21, 0x11, ipv4), "192.0.2.43:56324"), (binary(0x21, 0x11, ipv4 + skipped), "192.0.2.43:56324"),
        (binary(0x21, 0x12, ipv4), "192.0.2.43:56324"), (binary(0x21, 0x21, ipv6), "2001:db8::17:56324"),
        (binary(0x21, 0x21, ipv6 + skipped), "2001:db8::17:56324"), (binary(0x21, 0x31, unix), "unknown"),
        (binary(0x21, 0x00, []), "unknown"), (binary(0x21, 0x00, ipv4), "unknown"),
        (binary(0x21, 0x10, ipv4), "unknown"),
        (binary(0x20, 0x00, []), "proxy"), (binary(0x20, 0x11, ipv4), "proxy"), (binary(0x20, 0xFF, skipped), "proxy"),
        (binary(0x21, 0x11, ipv4 + [UInt8](repeating: 0, count: 4_068)), "192.0.2.43:56324"),
        (Array("PROXY TCP4 192.0.2.43 198.51.100.1 56324 443\r\n".utf8), "192.0.2.43:56324"),
        (Array("PROXY TCP6 2001:db8::17 ::1 0 65535\r\n".utf8), "2001:db8::17:0"),
        (Array("PROXY UNKNOWN\r\n".utf8), "unknown"),
        (Array("PROXY UNKNOWN ffff::1 what\tever 1 2 3\r\n".utf8), "unknown"),
        (ProxyHeader.local, "proxy"),
    ]

    private func source(_ header: ProxyHeader) -> String {
        switch header.source {
        case .proxy: "proxy"
        case .unknown: "unknown"
        case .client(let address, let port): "\(address):\(port)"
        }
    }

    @Test("says where a connection comes from, in any pieces and whatever follows", arguments: headers)
    func parsed(bytes: [UInt8], expected: String) throws {
        for count in 0..<bytes.count { #expect(ProxyHeader.parse(bytes.span.extracting(..<count)) == .needsMore) }
        for rest in ["", "GET / HTTP/1.1\r\n\r\n", "\r\n", "PROXY "] {
            let wire = bytes + rest.utf8
            guard case .header(let header) = ProxyHeader.parse(wire.span) else {
                Issue.record("no header")
                continue
            }
            #expect(header.length == bytes.count)
            #expect(source(header) == expected)
        }
    }

    /// What is no header, and after how many bytes that is known.
    private static let malformed: [([UInt8], Int)] = [
        (Array("GET / HTTP/1.1\r\n\r\n".utf8), 1), (Array("PROXX".utf8), 5), (Array("PROXY\r\n".utf8), 6),
        ([13, 10, 13, 10, 0, 13, 10, 0x51, 0x55, 0x49, 0x54, 0], 12), ([13, 10, 71], 3), ([0x16, 3, 1], 1),
        // Another version, command, family or transport; too short a block for its family; too long a header.
        (binary(0x11, 0x11, ipv4), 16), (binary(0x22, 0x11, ipv4), 16), (binary(0x21, 0x41, ipv4), 28),
        (binary(0x21, 0x13, ipv4), 28), (binary(0x21, 0x11, Array(ipv4.dropLast())), 27),
        (binary(0x21, 0x21, ipv4), 28),
        (binary(0x21, 0x31, ipv6), 52), (binary(0x21, 0x11, [], length: 4_081), 16),
        (binary(0x20, 0, [], length: 65_535), 16),
        (Array("PROXY TCP4 192.0.2.43 198.51.100.1 56324 443\n".utf8 + [UInt8](repeating: 0x20, count: 80)), 107),
        (Array("PROXY TCP4 192.0.2.43 198.51.100.1 56324 443\rX".utf8), 46),
        (Array("PROXY TCP4 192.0.2.43 198.51.100.1 56324\r\n".utf8), 42),
        (Array("PROXY TCP4 192.0.2.43 198.51.100.1 56324 443 \r\n".utf8), 47),
        (Array("PROXY TCP4  192.0.2.43 198.51.100.1 56324 443\r\n".utf8), 47),
        (Array("PROXY TCP4 192.0.2.43 198.51.100.1 056324 443\r\n".utf8), 47),
        (Array("PROXY TCP4 192.0.2.43 198.51.100.1 65536 443\r\n".utf8), 46),
        (Array("PROXY TCP4 192.0.2.43 nowhere 1 443\r\n".utf8), 37), (Array("PROXY TCP4 ::1 ::1 1 2\r\n".utf8), 24),
        (Array("PROXY TCP5 192.0.2.43 198.51.100.1 1 2\r\n".utf8), 40), (Array("PROXY \r\n".utf8), 8),
        (Array("PROXY UNKNOWN ".utf8) + [UInt8](repeating: 0x61, count: 100), 107),
    ]

    @Test("is refused as soon as it cannot be one", arguments: malformed)
    func refused(bytes: [UInt8], known: Int) {
        #expect(known <= bytes.count)
        for count in 0...bytes.count {
            let result = ProxyHeader.parse(bytes.span.extracting(..<count))
            #expect(result == (count < known ? .needsMore : .malformed), "\(count)")
        }
    }
}
