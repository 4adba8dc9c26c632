import Foundations

/// A node in a chain of proxies (RFC 7239 section 6).
enum ForwardedNode: Equatable {
    case address(IPAddress, port: UInt16?)
    /// `unknown`, or an identifier that begins with an underscore.
    case hidden

    /// Parses a node; nil if it is malformed. An IPv6 address is in brackets. If `isLenient`, it may go without, as
    /// X-Forwarded-For has it.
    init?(_ text: Span<UInt8>, isLenient: Bool) {
        let whole = 0..<text.count
        if let bracket = text.firstIndex(of: UInt8(ascii: "]"), in: whole), text[0] == UInt8(ascii: "[") {
            let inner = text.extracting(1..<bracket)
            guard inner.firstIndex(of: Byte.colon, in: 0..<inner.count) != nil, let address = IPAddress(inner),
                let port = ForwardedNode.port(text.extracting((bracket + 1)...))
            else { return nil }
            self = .address(address, port: port)
            return
        }
        let colon = text.firstIndex(of: Byte.colon, in: whole) ?? text.count
        if colon < text.count, text.firstIndex(of: Byte.colon, in: colon + 1..<text.count) != nil {
            guard isLenient, let address = IPAddress(text) else { return nil }
            self = .address(address, port: nil)
            return
        }
        let name = text.extracting(..<colon)
        guard let port = ForwardedNode.port(text.extracting(colon...)) else { return nil }
        if let address = IPAddress(name) {
            self = .address(address, port: port)
        } else if name.equalsIgnoringCase("unknown") || ForwardedNode.isObfuscated(name) {
            self = .hidden
        } else {
            return nil
        }
    }

    /// Parses what follows the name: nothing, or a colon with a number or an obfuscated port, which is none. Nil if it is
    /// malformed.
    private static func port(_ text: Span<UInt8>) -> UInt16?? {
        guard !text.isEmpty else { return .some(nil) }
        guard text[0] == Byte.colon, text.count > 1 else { return nil }
        let digits = text.extracting(1...)
        if isObfuscated(digits) { return .some(nil) }
        return digits.portNumber.map { .some($0) }
    }

    /// Whether the text is an underscore and one or more of `A-Z a-z 0-9 . _ -`.
    private static func isObfuscated(_ text: Span<UInt8>) -> Bool {
        guard text.count > 1, text[0] == UInt8(ascii: "_") else { return false }
        for index in 1..<text.count {
            let byte = text[index]
            guard byte.isDigit || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D || byte == 0x2E || byte == 0x5F
            else { return false }
        }
        return true
    }
}
