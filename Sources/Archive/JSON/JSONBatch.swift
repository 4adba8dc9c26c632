/// Consecutive elements of a long list, to be read apart from the others.
struct JSONBatch: Sendable {
    /// Bytes in a batch, unless told otherwise.
    static let size = 4 << 20

    /// From the first byte of the first element to the last one of the last.
    let bytes: Range<Int>
    /// Their places in the list.
    let elements: Range<Int>

    /// Where the JSON value that begins there ends, if it is one: brackets and quotation marks are counted, and nothing
    /// else is looked at.
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
            switch bytes[position] {
            case UInt8(ascii: "\""): return position + 1
            case UInt8(ascii: "\\"): position += 2
            default: position += 1
            }
        }
        return bytes.count
    }
}
