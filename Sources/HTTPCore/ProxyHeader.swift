import Foundations

/// The header with which a proxy begins a connection to say whom it speaks for (the PROXY protocol,
/// https://www.haproxy.org/download/3.0/doc/proxy-protocol.txt). Both versions are read: some proxies send the first alone.
package struct ProxyHeader: Sendable, Equatable {
    /// Where the connection comes from.
    package enum Source: Sendable, Equatable {
        /// From the proxy itself, which looks whether the server answers.
        case proxy
        case client(IPAddress, port: UInt16)
        /// From a client whose address the proxy does not know, or that has none.
        case unknown
    }

    /// The outcome of parsing the bytes so far.
    package enum Result: Sendable, Equatable {
        case header(ProxyHeader)
        /// The header is incomplete. Call again with the same bytes and more after them.
        case needsMore
        /// The bytes do not begin with a header, or with a longer one than ``longest``.
        case malformed
    }

    /// The longest header that is taken, in bytes. Addresses take 232; the rest is for what is skipped.
    package static let longest = 4_096
    /// The longest header of version 1, in bytes (section 2.1).
    private static let longestLine = 107
    private static let signature: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A, 0, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A]
    private static let word = Array("PROXY ".utf8)

    package let source: Source
    /// The length of the header in bytes: what follows is the client's.
    package let length: Int

    /// A header of version 2 from a client of its own, with the command LOCAL.
    package static let local = signature + [0x20, 0, 0, 0]

    /// Parses the start of a connection. The work is bounded, however much has been received.
    package static func parse(_ bytes: Span<UInt8>) -> Result {
        if begins(bytes, with: signature) { return binary(bytes) }
        if begins(bytes, with: word) { return text(bytes) }
        return .malformed
    }

    /// Whether the bytes begin like `start`, as far as there are any.
    private static func begins(_ bytes: Span<UInt8>, with start: [UInt8]) -> Bool {
        let count = min(bytes.count, start.count)
        for index in 0..<count where bytes[index] != start[index] { return false }
        return true
    }

    /// Parses version 2 (section 2.2).
    private static func binary(_ bytes: Span<UInt8>) -> Result {
        let fixed = signature.count + 4
        guard bytes.count >= fixed else { return .needsMore }
        let (command, family) = (bytes[12], bytes[13])
        let end = fixed + Int(number(bytes, 14, 2))
        guard command == 0x20 || command == 0x21, end <= longest else { return .malformed }
        guard bytes.count >= end else { return .needsMore }
        guard command == 0x21 else { return .header(ProxyHeader(source: .proxy, length: end)) }
        let block = bytes.extracting(fixed..<end)
        let source: Source
        switch (family >> 4, family & 0xF) {
        case (1, 1...2):
            guard block.count >= 12 else { return .malformed }
            source = .client(IPAddress(ipv4: UInt32(number(block, 0, 4))), port: UInt16(number(block, 8, 2)))
        case (2, 1...2):
            guard block.count >= 36 else { return .malformed }
            let address = IPAddress(high: number(block, 0, 8), low: number(block, 8, 8))
            source = .client(address, port: UInt16(number(block, 32, 2)))
        case (3, 1...2):
            guard block.count >= 216 else { return .malformed }
            source = .unknown
        case (0, 0...2), (1...3, 0): source = .unknown
        default: return .malformed
        }
        return .header(ProxyHeader(source: source, length: end))
    }

    /// Returns `count` bytes, at most eight, as a big-endian number. They must be there.
    private static func number(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
        (start..<start + count).reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
    }

    /// Parses version 1 (section 2.1): `PROXY TCP4 192.0.2.1 198.51.100.1 56324 443` and CRLF.
    private static func text(_ bytes: Span<UInt8>) -> Result {
        let room = min(bytes.count, longestLine)
        guard let end = bytes.firstIndex(of: Byte.carriageReturn, in: 0..<room), end + 1 < room else {
            return bytes.count < longestLine ? .needsMore : .malformed
        }
        guard bytes[end + 1] == Byte.lineFeed else { return .malformed }
        var words: [Range<Int>] = []
        var start = word.count
        while start <= end {
            let space = bytes.firstIndex(of: Byte.space, in: start..<end) ?? end
            words.append(start..<space)
            start = space + 1
        }
        let length = end + 2
        let family = bytes.extracting(words[0])
        if family.equals("UNKNOWN") { return .header(ProxyHeader(source: .unknown, length: length)) }
        guard words.count == 5, family.equals("TCP4") || family.equals("TCP6"),
            let source = IPAddress(bytes.extracting(words[1])), IPAddress(bytes.extracting(words[2])) != nil,
            let port = port(bytes.extracting(words[3])), Self.port(bytes.extracting(words[4])) != nil
        else { return .malformed }
        // An IPv4 address may be written in IPv6.
        guard family.equals("TCP6") || !source.isIPv6 else { return .malformed }
        return .header(ProxyHeader(source: .client(source, port: port), length: length))
    }

    private static func port(_ digits: Span<UInt8>) -> UInt16? {
        digits.count > 1 && digits[0] == UInt8(ascii: "0") ? nil : digits.portNumber
    }
}
