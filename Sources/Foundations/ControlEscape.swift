/// How to escape the characters that a terminal or log viewer would act on instead of showing: controls (C0, DEL, C1),
/// line and paragraph separators, and bidirectional formatting characters. All others stay as they are.
package enum ControlEscape: Sendable {
    /// As in Swift: `\u{1B}`.
    case braced
    /// As in a JSON string: `\u001b` (RFC 8259 section 7).
    case json

    fileprivate func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        let digits = String(scalar.value, radix: 16, uppercase: self == .braced)
        switch self {
        case .braced: bytes += "\\u{\(digits)}".utf8
        // All of these are below U+10000, so four digits suffice.
        case .json: bytes += "\\u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)".utf8
        }
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is in general category Cc, Zl or Zp, or has the property Bidi_Control.
    var isControlling: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension [UInt8] {
    /// Appends UTF-8 with characters that a terminal would act on escaped. Invalid sequences become U+FFFD.
    package mutating func append(_ text: Span<UInt8>, escapingControls escape: ControlEscape) {
        // The pointer does not escape the closure.
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
    /// The text with everything that a terminal would act on, line breaks included, escaped as in `\u{1B}`.
    package var escapingControls: String {
        var bytes: [UInt8] = []
        bytes.append(Array(utf8).span, escapingControls: .braced)
        return String(decoding: bytes, as: UTF8.self)
    }
}
