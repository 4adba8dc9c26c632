import Foundations

/// Wraps text for a terminal.
package enum TextLines {
    /// The preferred line length.
    package static let width = 80

    /// Breaks text between words, and after a hyphen if a word is longer than a line, so that no line takes more than
    /// `width` cells unless it cannot be broken: a URL never is, because people copy it. Line ends in the text are
    /// preserved; all other control characters become U+FFFD, because a terminal would obey them.
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

    /// Wraps a text byte by byte with the same result; nil unless it is all printable ASCII.
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

    /// Returns the parts into which a word can be broken.
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

    /// Pads a text with spaces to `width` cells, on the left if `isRight`.
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
