/// Indented JSON, with one line per member and element and two spaces per level, for `pretty=true`.
package enum PrettyJSON {
    /// Formats `json`, which must be as ``JSONText`` writes it: valid and without white space.
    package static func format(_ json: some Sequence<UInt8>) -> [UInt8] {
        var lines: [UInt8] = []
        var depth = 0
        var inString = false
        var escaped = false
        var opened = false
        for byte in json {
            if inString {
                lines.append(byte)
                if escaped {
                    escaped = false
                } else if byte == UInt8(ascii: "\\") {
                    escaped = true
                } else {
                    inString = byte != UInt8(ascii: "\"")
                }
                continue
            }
            let closes = byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
            if closes { depth -= 1 }
            if opened != closes { newline(&lines, depth) }
            opened = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
            if opened { depth += 1 }
            lines.append(byte)
            switch byte {
            case UInt8(ascii: "\""): inString = true
            case UInt8(ascii: ":"): lines.append(UInt8(ascii: " "))
            case UInt8(ascii: ","): newline(&lines, depth)
            default: break
            }
        }
        lines.append(UInt8(ascii: "\n"))
        return lines
    }

    private static func newline(_ lines: inout [UInt8], _ depth: Int) {
        lines.append(UInt8(ascii: "\n"))
        lines.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * max(0, depth)))
    }
}
