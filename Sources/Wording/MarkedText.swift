package import Evidence
import Foundations

/// Texts that carry their language through the sentences they are put into, in the way that Unicode has for it: an
/// isolate where they run the other way than the words around them, then a language tag in tag characters.
///
/// Pages and embeds are made of such texts. Wherever one leaves the program, the marks are replaced: by elements with
/// `lang` and `dir` in HTML, by nothing but the isolate anywhere else.
package enum MarkedText {
    /// The characters of a mark.
    package enum Sign {
        package static let leftToRight: Unicode.Scalar = "\u{2066}"
        package static let rightToLeft: Unicode.Scalar = "\u{2067}"
        package static let endOfIsolate: Unicode.Scalar = "\u{2069}"
        package static let start: Unicode.Scalar = "\u{E0001}"
        package static let end: Unicode.Scalar = "\u{E007F}"
        /// The tag characters for printable ASCII, each as far above it as `base`.
        static let letters: ClosedRange<Unicode.Scalar> = "\u{E0020}"..."\u{E007E}"
        private static let base: UInt32 = 0xE0000

        /// Returns the ASCII character that a tag character stands for; nil if it is none that tags have.
        package static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
            guard letters.contains(scalar), let ascii = Unicode.Scalar(scalar.value - base) else { return nil }
            let isPart = ascii == "-" || ascii.properties.isAlphabetic || ascii.properties.numericType != nil
            return isPart ? ascii : nil
        }

        static func letter(_ byte: UInt8) -> Unicode.Scalar { Unicode.Scalar(base + UInt32(byte)) ?? end }
    }

    /// Whether a text contains marks: no other character in use begins with this byte in UTF-8.
    package static func isMarked(_ text: String) -> Bool { text.hasByte(0xF3) }

    /// Returns a text in the language `tag` for a page in `language`: the text itself if it is in the language of the
    /// words around it and runs like them. A nil tag is the language of those words.
    package static func mark(_ text: String, in tag: LanguageTag?, for language: Language) -> String {
        let isForeign = tag.map { $0 != language.spoken } ?? false
        let isRightToLeft = language.scripts.isRightToLeft(text, in: tag ?? language.spoken)
        let isIsolated = isRightToLeft != language.isRightToLeft
        guard !text.isEmpty, isForeign || isIsolated else { return text }
        var marked = String.UnicodeScalarView()
        if isIsolated { marked.append(isRightToLeft ? Sign.rightToLeft : Sign.leftToRight) }
        marked.append(Sign.start)
        if isForeign, let tag { marked.append(contentsOf: tag.rawValue.utf8.map(Sign.letter)) }
        let isClean = !isMarked(text)
        marked.append(contentsOf: text.unicodeScalars.lazy.filter { isClean || !isSign($0) })
        marked.append(Sign.end)
        if isIsolated { marked.append(Sign.endOfIsolate) }
        return String(marked)
    }

    /// Returns a text without its marks. What runs the other way than the text around it stays isolated.
    package static func plain(_ text: String) -> String {
        guard isMarked(text) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isSign($0) }))
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        scalar == Sign.start || scalar == Sign.end || Sign.letters.contains(scalar)
    }
}

extension LocalizedText {
    /// Returns the text for a page in a language, marked if it is in another one there, or runs the other way.
    package func marked(for language: Language) -> String {
        MarkedText.mark(self[language], in: self.language(for: language.tag), for: language)
    }
}

extension Source {
    /// Returns a text as the source has it, such as its title or a printed token, for a page in a language. A numeral is
    /// in no language.
    package func marked(_ text: String, for language: Language) -> String {
        let hasLetter =
            text.utf8.contains(where: \.isLetter)
            || text.unicodeScalars.contains { $0.properties.isAlphabetic }
        if !hasLetter, language.isRightToLeft { return language.leftToRight(text) }
        return MarkedText.mark(text, in: hasLetter ? LanguageTag(self.language) : nil, for: language)
    }
}

extension Language {
    /// Returns figures and signs that run from left to right in every script, isolated in a language that does not.
    package func leftToRight(_ text: String) -> String { isRightToLeft ? "\u{2066}" + text + "\u{2069}" : text }

    /// Whether a line runs from right to left: most of its letters do, or some in a language that does.
    package func isRightToLeft(_ line: String) -> Bool {
        line.mayHaveRightToLeft && line.unicodeScalars.contains(where: \.isRightToLeft)
            && scripts.isRightToLeft(line, in: spoken)
    }
}

extension String {
    /// The text isolated from what stands before and after it, if it has letters from right to left: in a table of plain
    /// text, it would otherwise take the numbers of the next cells with it.
    package var isolated: String {
        guard mayHaveRightToLeft, unicodeScalars.contains(where: \.isRightToLeft) else { return self }
        return "\u{2068}" + self + "\u{2069}"
    }
}
