import Foundations

/// Why percent-encoded text could not be decoded. Offsets are in bytes from the start of the text.
package enum PercentEncodingError: Error, Sendable, Equatable {
    /// A `%` is not followed by two hexadecimal digits.
    case invalidPercent(offset: Int)
    /// The piece that starts at `offset` does not decode to UTF-8.
    case invalidUTF8(offset: Int)
}

extension PercentEncoding {
    /// Decodes `range` exactly once. `+` means a space only in queries.
    static func decode(
        _ bytes: Span<UInt8>, _ range: Range<Int>, plusIsSpace: Bool
    ) throws(PercentEncodingError) -> String {
        var isPlain = true
        for index in range {
            let byte = bytes[index]
            isPlain = isPlain && byte < 0x80 && byte != Byte.percent && byte != UInt8(ascii: "+")
        }
        // Most texts contain nothing to decode.
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
        // UTF-8 validation costs thousands of instructions before it reaches the first byte.
        if isASCII { return String(decoding: decoded, as: UTF8.self) }
        guard let text = String(validating: decoded, as: UTF8.self) else {
            throw .invalidUTF8(offset: range.lowerBound)
        }
        return text
    }
}
