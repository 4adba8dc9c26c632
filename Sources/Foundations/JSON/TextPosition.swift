/// A place in a text, as editors count it.
package struct TextPosition: Hashable, Sendable {
    /// From 1.
    package let line: Int
    /// In Unicode scalars, from 1.
    package let column: Int

    /// Returns the positions of ascending offsets in bytes of UTF-8, in one pass over them.
    package static func all(of offsets: [Int], in bytes: [UInt8]) -> [TextPosition] {
        var (line, lineStart, passed) = (1, 0, 0)
        return offsets.map { offset in
            let offset = min(max(offset, passed), bytes.count)
            for place in passed..<offset where bytes[place] == UInt8(ascii: "\n") {
                line += 1
                lineStart = place + 1
            }
            passed = offset
            // Continuation bytes of UTF-8 start with the bits 10 and do not count.
            return TextPosition(line: line, column: bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1)
        }
    }

    private init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
