import Foundations

/// Why an encoded text does not decode; offsets are octets from the start of what was given.
package enum PercentEncodingError: Error, Sendable, Equatable {
    /// A `%` without two hexadecimal digits.
    case invalidPercent(offset: Int)
    /// The decoded octets of the piece that starts there are not UTF-8.
    case invalidUTF8(offset: Int)
}

extension PercentEncoding {
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
}
