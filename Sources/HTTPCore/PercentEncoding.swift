/// Why an encoded text does not decode; offsets are octets from the start of what was given.
package enum PercentEncodingError: Error, Sendable, Equatable {
    /// A `%` without two hexadecimal digits.
    case invalidPercent(offset: Int)
    /// The decoded octets of the piece that starts there are not UTF-8.
    case invalidUTF8(offset: Int)
}

/// Percent-encoding (RFC 3986 section 2.1).
package enum PercentEncoding {
    /// Decodes once, never twice; `+` is a space only in a query.
    static func decode(
        _ octets: Span<UInt8>, _ range: Range<Int>, plusIsSpace: Bool
    ) throws(PercentEncodingError) -> String {
        var isPlain = true
        for index in range {
            let octet = octets[index]
            isPlain = isPlain && octet < 0x80 && octet != Octet.percent && octet != UInt8(ascii: "+")
        }
        // Most need nothing.
        if isPlain { return octets.text(range) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(range.count)
        var isASCII = true
        var index = range.lowerBound
        while index < range.upperBound {
            let octet = octets[index]
            if octet == Octet.percent {
                guard index + 2 < range.upperBound, let high = octets[index + 1].hexValue,
                    let low = octets[index + 2].hexValue
                else { throw .invalidPercent(offset: index) }
                decoded.append(high << 4 | low)
                isASCII = isASCII && high < 8
                index += 3
            } else {
                decoded.append(plusIsSpace && octet == UInt8(ascii: "+") ? Octet.space : octet)
                isASCII = isASCII && octet < 0x80
                index += 1
            }
        }
        // What validates costs thousands of instructions before it looks at the first octet.
        if isASCII { return String(decoding: decoded, as: UTF8.self) }
        guard let text = String(validating: decoded, as: UTF8.self) else {
            throw .invalidUTF8(offset: range.lowerBound)
        }
        return text
    }

    /// Encodes all but the unreserved characters (RFC 3986 section 2.3), so that the result may stand as a path
    /// segment, a parameter's name or its value. `kept` stands as it is, too: of a value in a query, `,:/` may (RFC 3986
    /// section 3.4), and read better so.
    package static func encode(_ text: String, keeping kept: String = "") -> String {
        // Most need nothing.
        if text.utf8.allSatisfy(\.isUnreserved) { return text }
        let isKept = { (octet: UInt8) in octet.isUnreserved || kept.utf8.contains(octet) }
        if text.utf8.allSatisfy(isKept) { return text }
        var encoded: [UInt8] = []
        for octet in text.utf8 {
            if isKept(octet) {
                encoded.append(octet)
            } else {
                encoded.append(contentsOf: [Octet.percent, digit(octet >> 4), digit(octet & 15)])
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
