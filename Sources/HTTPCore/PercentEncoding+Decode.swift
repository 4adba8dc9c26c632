import Foundations

/// Why an encoded text does not decode; offsets are bytes from the start of what was given.
package enum PercentEncodingError: Error, Sendable, Equatable {
    /// A `%` without two hexadecimal digits.
    case invalidPercent(offset: Int)
    /// The decoded bytes of the piece that starts there are not UTF-8.
    case invalidUTF8(offset: Int)
}

extension PercentEncoding {
    /// Decodes once, never twice; `+` is a space only in a query.
    static func decode(
        _ bytes: Span<UInt8>, _ range: Range<Int>, plusIsSpace: Bool
    ) throws(PercentEncodingError) -> String {
        var isPlain = true
        for index in range {
            let byte = bytes[index]
            isPlain = isPlain && byte < 0x80 && byte != Byte.percent && byte != UInt8(ascii: "+")
        }
        // Most need nothing.
        if isPlain { return bytes.text(range) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(range.count)
        var isASCII = true
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == Byte.percent {
                guard index + 2 < range.upperBound, let high = bytes[index + 1].hexValue,
                    let low = bytes[index + 2].hexValue
                else { throw .invalidPercent(offset: index) }
                decoded.append(high << 4 | low)
                isASCII = isASCII && high < 8
                index += 3
            } else {
                decoded.append(plusIsSpace && byte == UInt8(ascii: "+") ? Byte.space : byte)
                isASCII = isASCII && byte < 0x80
                index += 1
            }
        }
        // What validates costs thousands of instructions before it looks at the first byte.
        if isASCII { return String(decoding: decoded, as: UTF8.self) }
        guard let text = String(validating: decoded, as: UTF8.self) else {
            throw .invalidUTF8(offset: range.lowerBound)
        }
        return text
    }
}
