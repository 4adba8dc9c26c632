import Foundations
import Rendering
import Wording

/// The maximum width of text when drawn: that of the widest of the sans-serif faces that systems come with, because it
/// is unknown during layout which of them will be used.
enum TextAdvance {
    /// The factor by which bold text is wider.
    private static let bold = 1.14

    /// Returns the width of a text in units of the picture, like `size`.
    static func of(_ text: some StringProtocol, size: Double, isBold: Bool = false) -> Double {
        sum(text) * size * (isBold ? bold : 1)
    }

    /// Adds the widths of the characters, in em, to `start` one by one.
    private static func sum(_ text: some StringProtocol, after start: Double = 0) -> Double {
        var sum = start
        for scalar in text.unicodeScalars {
            // Next to other scalars in the table, each scalar in the table is a character of its own.
            guard let width = width(of: scalar) else { return text.reduce(start) { $0 + TextAdvance.width(of: $1) } }
            sum += width
        }
        return sum
    }

    /// Breaks text between words, and inside a word that is longer than a line, but not between the groups of a number, so
    /// that no line is wider than `width`; what does not fit in `most` lines is replaced by an ellipsis.
    static func wrap(
        _ text: String, to width: Double, size: Double, isBold: Bool = false, most: Int = 8
    ) -> [String] {
        let fits = { (line: String) in of(line, size: size, isBold: isBold) <= width }
        let blank = sum(" ")
        var lines: [String] = []
        var last = ""
        // The width of the last line.
        var used = 0.0
        for word in text.withWholeNumbers.split(whereSeparator: { $0 == " " || $0.isNewline }) {
            if lines.count > most { break }
            let joined = last.isEmpty ? sum(word) : sum(word, after: used + blank)
            if joined * size * (isBold ? bold : 1) <= width {
                if !last.isEmpty { last += " " }
                last += word
                used = joined
                continue
            }
            if !last.isEmpty { lines.append(last) }
            last = ""
            for character in word {
                if lines.count > most { break }
                if !last.isEmpty, !fits(last + String(character)) {
                    lines.append(last)
                    last = ""
                }
                last.append(character)
            }
            used = sum(last)
        }
        if !last.isEmpty { lines.append(last) }
        guard lines.count > most, most > 0 else { return lines }
        var end = lines[most - 1]
        while !end.isEmpty, !fits(end + "…") { end.removeLast() }
        return lines.prefix(most - 1) + [end + "…"]
    }

    /// Returns the width of a character, in em.
    private static func width(of character: Character) -> Double {
        if let known = widths[character] { return known }
        // A character with combining marks is as wide as without them.
        guard let base = character.unicodeScalars.first.map(Character.init), base != character, let known = widths[base]
        else { return TextWidth.of(String(character)) == 0 ? 0 : other }
        return known
    }

    /// Returns the width of a scalar, in em; nil if it is not in the table.
    private static func width(of scalar: Unicode.Scalar) -> Double? {
        let value = Int(scalar.value)
        guard value < latinAndCyrillic.count else { return widths[Character(scalar)] }
        let width = latinAndCyrillic[value]
        return width > 0 ? width : nil
    }

    private static let other = 1.1

    /// The widths in the table for scalars below U+0500, indexed by their values; 0 for those that are not in it.
    private static let latinAndCyrillic: [Double] = (0..<0x500).map { value in
        Unicode.Scalar(value as Int).flatMap { widths[Character($0)] } ?? 0
    }

    private static let widths: [Character: Double] = {
        let groups: [(Double, String)] = [
            (0.28, "'ijlіїįīļ"), (0.3, "IІЇĮł"), (0.32, " ,.’‘·\u{A0}"), (0.34, "/:;\\|"), (0.36, "f"), (0.38, "-"),
            (0.4, "()[]t"), (0.42, "!r"), (0.46, "\""), (0.5, "*J`"), (0.52, "„“”"), (0.54, "szгзґšžśźż"),
            (0.56, "?L_cсэєčć–"), (0.58, "kŁķ"), (0.6, "vxyвтухчь"), (0.62, "FTaeoабеёкояГТҐąęėóäöāēō«»"),
            (0.64, "$0123456789bdghnpqu{}лрУųūńüßģņ"), (0.66, "ийнпЗ"), (0.68, "EKPSYЕЁРĘĖŠŚ"),
            (0.7, "ABVXZдцАБВХЧЬĄŽŻÄĀ"), (0.72, "ъКЭЄ"), (0.74, "CNRUСЯČŲŪÜ"), (0.76, "HмИЙЛНП"), (0.78, "&DGЦ"),
            (0.8, "OQыДОÖ"), (0.82, "w"), (0.84, "#+<=>^~Ъ×≤≥≈≠≲≟±−"), (0.86, "фю"), (0.88, "MМФ"), (0.9, "Ы"),
            (0.92, "жш"), (0.96, "%щ"), (0.98, "m"), (1, "W—…"), (1.02, "@"), (1.08, "ЖШЮ"), (1.1, "Щ"),
        ]
        let all = groups.flatMap { group in group.1.map { ($0, group.0) } }
        // If a character is in two groups, the greater width applies.
        return Dictionary(all) { max($0, $1) }
    }()
}
