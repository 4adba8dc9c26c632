import Foundation

/// Escapes text as LaTeX source.
enum LaTeX {
    /// The commands for combining marks.
    private static let accents: [Unicode.Scalar: String] = [
        "\u{300}": "`", "\u{301}": "'", "\u{302}": "^", "\u{303}": "~", "\u{304}": "=", "\u{306}": "u", "\u{307}": ".",
        "\u{308}": "\"", "\u{30A}": "r", "\u{30B}": "H", "\u{30C}": "v", "\u{327}": "c", "\u{328}": "k",
    ]

    /// The characters written as a command other than an accent, which every format since LaTeX2e has.
    private static let symbols: [Unicode.Scalar: String] = [
        "\\": "{\\textbackslash}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "_": "\\_", "%": "\\%",
        "^": "{\\textasciicircum}", "~": "{\\textasciitilde}", "\u{A0}": "~", "–": "--", "—": "---",
        "“": "{\\textquotedblleft}", "”": "{\\textquotedblright}", "„": "{\\quotedblbase}", "‘": "{\\textquoteleft}",
        "’": "{\\textquoteright}", "…": "{\\ldots}", "ß": "{\\ss}", "ł": "{\\l}",
        "Ł": "{\\L}", "ø": "{\\o}", "Ø": "{\\O}", "æ": "{\\ae}", "Æ": "{\\AE}",
    ]

    /// Escapes a text. A letter with a mark becomes the command of the mark applied to the letter: `ė` is `{\.e}`.
    /// Characters that LaTeX has no command for stay as they are, in UTF-8.
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
