/// How wide a text is drawn, at most: by the widest of the sans-serif faces that systems have as their own, since which of
/// them draws a picture is not known when it is laid out.
enum TextAdvance {
    /// How much wider the same text is in bold.
    private static let bold = 1.14

    /// In units of the picture, as `size` is.
    static func of(_ text: some StringProtocol, size: Double, isBold: Bool = false) -> Double {
        text.reduce(0) { $0 + width(of: $1) } * size * (isBold ? bold : 1)
    }

    /// Broken between words, and inside a word that is longer than a line, so that none is wider than `width`; what does
    /// not fit into `most` lines ends in an ellipsis.
    static func wrap(
        _ text: String, to width: Double, size: Double, isBold: Bool = false, most: Int = 8
    ) -> [String] {
        let fits = { (line: String) in of(line, size: size, isBold: isBold) <= width }
        var lines: [String] = []
        var last = ""
        for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }).map(String.init) {
            if lines.count > most { break }
            let joined = last.isEmpty ? word : last + " " + word
            if fits(joined) {
                last = joined
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
        }
        if !last.isEmpty { lines.append(last) }
        guard lines.count > most, most > 0 else { return lines }
        var end = lines[most - 1]
        while !end.isEmpty, !fits(end + "…") { end.removeLast() }
        return lines.prefix(most - 1) + [end + "…"]
    }

    /// In em.
    private static func width(of character: Character) -> Double {
        if let known = widths[character] { return known }
        // What a mark is combined with is as wide as without it.
        guard let base = character.unicodeScalars.first.map(Character.init), base != character, let known = widths[base]
        else { return TextWidth.of(String(character)) == 0 ? 0 : other }
        return known
    }

    private static let other = 1.1

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
        // Of a sign in two groups, the wider.
        return Dictionary(all) { max($0, $1) }
    }()
}
