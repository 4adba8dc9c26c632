import Foundation

/// Text as LaTeX source.
enum LaTeX {
    /// The commands of combining marks.
    private static let accents: [Unicode.Scalar: String] = [
        "\u{300}": "`", "\u{301}": "'", "\u{302}": "^", "\u{303}": "~", "\u{304}": "=", "\u{306}": "u", "\u{307}": ".",
        "\u{308}": "\"", "\u{30A}": "r", "\u{30B}": "H", "\u{30C}": "v", "\u{327}": "c", "\u{328}": "k",
    ]

    /// What is a command, and not an accent, in every format since LaTeX2e.
    private static let symbols: [Unicode.Scalar: String] = [
        "\\": "{\\textbackslash}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "_": "\\_", "%": "\\%",
        "^": "{\\textasciicircum}", "~": "{\\textasciitilde}", "\u{A0}": "~", "–": "--", "—": "---",
        "“": "{\\textquotedblleft}", "”": "{\\textquotedblright}", "„": "{\\quotedblbase}", "‘": "{\\textquoteleft}",
        "’": "{\\textquoteright}", "…": "{\\ldots}", "ß": "{\\ss}", "ł": "{\\l}",
        "Ł": "{\\L}", "ø": "{\\o}", "Ø": "{\\O}", "æ": "{\\ae}", "Æ": "{\\AE}",
    ]

    /// Letters with marks become the letter under the command of its mark: `ė` is `{\.e}`. What LaTeX has no command for
    /// stays as it is, in UTF-8.
    static func escape(_ text: String) -> String {
        text.map { character in
            let scalars = Array(String(character).decomposedStringWithCanonicalMapping.unicodeScalars)
            if scalars.count == 2, let letter = scalars.first, letter.isASCII, letter.properties.isAlphabetic,
                let accent = accents[scalars[1]]
            {
                return "{\\\(accent){\(letter)}}"
            }
            return character.unicodeScalars.map { symbols[$0] ?? String($0) }.joined()
        }.joined()
    }
}
