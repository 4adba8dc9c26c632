/// Text in lines of a terminal.
package enum TextLines {
    /// Where a line should end; a word that is longer stays whole, so that it can be copied.
    package static let width = 80

    /// Broken between words, so that no line takes more than `width` cells unless a word does. A line end in the text
    /// stays one; every other control character becomes U+FFFD, since a terminal would obey it.
    package static func wrap(_ text: String, to width: Int = TextLines.width) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            var lines: [String] = []
            var last = ""
            var used = 0
            for word in line.split(separator: " ").map(printable) {
                let cells = TextWidth.of(word)
                if used > 0, used + 1 + cells > width {
                    lines.append(last)
                    (last, used) = ("", 0)
                }
                last += used > 0 ? " " + word : word
                used += (used > 0 ? 1 : 0) + cells
            }
            return lines + [last]
        }
    }

    /// The same number of cells for every text, `isRight` at the right.
    package static func pad(_ text: String, to width: Int, isRight: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - TextWidth.of(text)))
        return isRight ? blanks + text : text + blanks
    }

    private static func printable(_ word: Substring) -> String {
        let isSafe = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory != .control }
        guard !word.unicodeScalars.allSatisfy(isSafe) else { return String(word) }
        var scalars = String.UnicodeScalarView()
        for scalar in word.unicodeScalars { scalars.append(isSafe(scalar) ? scalar : "\u{FFFD}") }
        return String(scalars)
    }
}
