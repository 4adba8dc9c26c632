/// Writes the characters that a terminal, or whoever reads a log, would obey instead of showing: controls (C0, DEL, C1),
/// line and paragraph separators, and the marks that turn the direction of what stands around them. Everything else stays.
package enum ControlEscape: Sendable {
    /// `\u{1B}`, as Swift writes it.
    case braced
    /// `\u001b`, as it may stand within a string of JSON (RFC 8259 section 7).
    case json

    fileprivate func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        let digits = String(scalar.value, radix: 16, uppercase: self == .braced)
        switch self {
        case .braced: bytes += "\\u{\(digits)}".utf8
        // All of them are below U+10000.
        case .json: bytes += "\\u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)".utf8
        }
    }
}

extension Unicode.Scalar {
    /// General categories Cc, Zl and Zp, and the property Bidi_Control.
    var isControlling: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension [UInt8] {
    /// Appends text of which no terminal obeys anything; what is no UTF-8 becomes U+FFFD.
    package mutating func append(_ text: Span<UInt8>, escapingControls escape: ControlEscape) {
        // The pointer does not leave the closure.
        text.withUnsafeBufferPointer { bytes in
            if bytes.allSatisfy({ 0x20..<0x7F ~= $0 }) { return append(contentsOf: bytes) }
            for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
                if scalar.isControlling {
                    escape.append(scalar, to: &self)
                } else {
                    append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                }
            }
        }
    }
}

extension String {
    /// The same text with `\u{1B}` and the like in place of what a terminal would obey, line ends included.
    package var escapingControls: String {
        var bytes: [UInt8] = []
        bytes.append(Array(utf8).span, escapingControls: .braced)
        return String(decoding: bytes, as: UTF8.self)
    }
}
