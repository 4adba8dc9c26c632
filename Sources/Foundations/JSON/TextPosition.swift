/// A place in a text, as editors count it.
package struct TextPosition: Hashable, Sendable {
    /// From 1.
    package let line: Int
    /// In Unicode scalars, from 1.
    package let column: Int

    /// Returns the positions of ascending offsets in bytes of UTF-8, in one pass over them.
    package static func all(of offsets: [Int], in bytes: [UInt8]) -> [TextPosition] {
        var (line, column, passed) = (1, 1, 0)
        return offsets.map { offset in
            let offset = min(max(offset, passed), bytes.count)
            for byte in bytes[passed..<offset] {
                if byte == UInt8(ascii: "\n") {
                    (line, column) = (line + 1, 1)
                } else if byte & 0xC0 != 0x80 {
                    // Continuation bytes of UTF-8 start with the bits 10 and do not count.
                    column += 1
                }
            }
            passed = offset
            return TextPosition(line: line, column: column)
        }
    }

    private init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
