/// Consecutive elements of a long list, which can be read independently of the others.
package struct JSONBatch: Sendable {
    /// The default size of a batch in bytes.
    package static let size = 4 << 20

    /// The range from the first byte of the first element to the last byte of the last.
    package let bytes: Range<Int>
    /// The indices of the elements in the list.
    package let elements: Range<Int>

    /// Returns the end of the JSON value that starts at `start`, if it is valid: only brackets and quotation marks are
    /// looked at.
    static func endOfValue(in bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var position = start
            var depth = 0
            while position < bytes.count {
                let byte = bytes[position]
                switch byte {
                case UInt8(ascii: "\""): position = endOfString(in: bytes, from: position)
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    depth += 1
                    position += 1
                    continue
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    guard depth > 0 else { return position }
                    depth -= 1
                    position += 1
                case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","):
                    guard depth > 0 else { return position }
                    position += 1
                default:
                    position += 1
                    continue
                }
                if depth == 0 { return position }
            }
            return position
        }
    }

    private static func endOfString(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var position = start + 1
        while position < bytes.count {
            position = bytes.endOfRun(from: position)
            guard position < bytes.count else { break }
            switch bytes[position] {
            case UInt8(ascii: "\""): return position + 1
            case UInt8(ascii: "\\"): position += 2
            default: position += 1
            }
        }
        return bytes.count
    }
}

extension [UInt8] {
    /// Returns the position of the next quotation mark, backslash or control character; the end if there is none.
    func endOfRun(from start: Int) -> Int {
        // The pointer does not escape the closure.
        withUnsafeBufferPointer { $0.endOfRun(from: start) }
    }

    /// Returns the UTF-8 text in a range of the bytes, by default all of them; nil where it is none.
    func text(in range: Range<Int>? = nil) -> String? {
        // The pointer does not escape the closure.
        withUnsafeBufferPointer { bytes in
            let bytes = UnsafeBufferPointer(rebasing: bytes[range ?? bytes.indices])
            let text = String(decoding: bytes, as: UTF8.self)
            // What is no UTF-8 was replaced, and is not the same.
            let isSame =
                bytes.reduce(0, |) < 0x80
                || text.utf8.withContiguousStorageIfAvailable { $0.elementsEqual(bytes) } == true
            return isSame ? text : nil
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Returns the position of the next quotation mark, backslash or control character, looking at eight bytes at a
    /// time.
    func endOfRun(from start: Int) -> Int {
        let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        var position = start
        let raw = UnsafeRawBufferPointer(self)
        while position + 8 <= count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            let (quotes, slashes) = (word ^ ones &* 0x22, word ^ ones &* 0x5C)
            // Subtracting borrows into the highest bit of a byte that is too small or zero. That is exact for the first
            // such byte, which is the one sought.
            let found =
                ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (word &- ones &* 0x20) & ~word) & highs
            if found != 0 { return position + found.trailingZeroBitCount / 8 }
            position += 8
        }
        while position < count, self[position] >= 0x20, self[position] != 0x22, self[position] != 0x5C { position += 1 }
        return position
    }
}
