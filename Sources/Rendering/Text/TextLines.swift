/// Text in lines of a terminal.
package enum TextLines {
    /// Where a line should end.
    package static let width = 80

    /// Broken between words, and behind a hyphen where a word is longer than a line, so that no line takes more than
    /// `width` cells unless something that cannot be broken does: a URL never is, since it is there to be copied. A line
    /// end in the text stays one; every other control character becomes U+FFFD, since a terminal would obey it.
    package static func wrap(_ text: String, to width: Int = TextLines.width) -> [String] {
        if let lines = wrapASCII(text, to: width) { return lines }
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            var lines: [String] = []
            var last = ""
            var used = 0
            for word in line.split(separator: " ").map(printable) {
                let parts = TextWidth.of(word) > width ? parts(of: word) : [word[...]]
                for (place, part) in parts.enumerated() {
                    let blank = used > 0 && place == 0 ? " " : ""
                    let cells = blank.count + TextWidth.of(part)
                    if used > 0, used + cells > width {
                        lines.append(last)
                        (last, used) = (String(part), cells - blank.count)
                    } else {
                        last += blank + part
                        used += cells
                    }
                }
            }
            return lines + [last]
        }
    }

    /// The same byte by byte; nil for a text that is not of printable ASCII alone.
    private static func wrapASCII(_ text: String, to width: Int) -> [String]? {
        let (lineEnd, blank) = (UInt8(ascii: "\n"), UInt8(ascii: " "))
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy({ (0x20...0x7E).contains($0) || $0 == lineEnd }) else { return nil }
        var lines: [String] = []
        for line in bytes.split(separator: lineEnd, omittingEmptySubsequences: false) {
            var last: [UInt8] = []
            for word in line.split(separator: blank) {
                var pieces = [word]
                if word.count > width {
                    pieces = parts(of: String(decoding: word, as: UTF8.self)).map { Array($0.utf8)[...] }
                }
                for (place, part) in pieces.enumerated() {
                    let gap = !last.isEmpty && place == 0 ? [blank] : []
                    if !last.isEmpty, last.count + gap.count + part.count > width {
                        lines.append(String(decoding: last, as: UTF8.self))
                        last = Array(part)
                    } else {
                        last += gap + part
                    }
                }
            }
            lines.append(String(decoding: last, as: UTF8.self))
        }
        return lines
    }

    /// What a word may be broken into.
    package static func parts(of word: String) -> [Substring] {
        guard !word.contains("/") else { return [word[...]] }
        var parts: [Substring] = []
        var rest = word[...]
        while let hyphen = rest.firstIndex(of: "-") {
            let end = rest.index(after: hyphen)
            parts.append(rest[..<end])
            rest = rest[end...]
        }
        return rest.isEmpty ? parts : parts + [rest]
    }

    /// The same number of cells for every text, `isRight` at the right.
    package static func pad(_ text: String, to width: Int, isRight: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - TextWidth.of(text)))
        return isRight ? blanks + text : text + blanks
    }

    private static func printable(_ word: Substring) -> String {
        if word.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return String(word) }
        let isSafe = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory != .control }
        guard !word.unicodeScalars.allSatisfy(isSafe) else { return String(word) }
        var scalars = String.UnicodeScalarView()
        for scalar in word.unicodeScalars { scalars.append(isSafe(scalar) ? scalar : "\u{FFFD}") }
        return String(scalars)
    }
}
