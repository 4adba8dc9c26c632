package import Evidence
package import Foundation
import Foundations

/// The labels of the interface in one language: `{{words.sources}}` in a template.
package struct Words: Sendable {
    package let language: Language
    /// By their keys.
    private let texts: [String: String]

    package init(language: Language, texts: [String: String]) {
        self.language = language
        self.texts = texts
    }

    /// Whether there is a text of that key.
    package func has(_ key: String) -> Bool { texts[key] != nil }

    /// The text; the key itself where there is none, which a test rules out.
    package subscript(key: String) -> String { texts[key] ?? key }

    /// The text with each `{name}` in it filled.
    package func fill(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        var rest = Substring(self[key])
        var filled = ""
        while let start = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let end = rest[start...].utf8.firstIndex(of: UInt8(ascii: "}"))
        {
            let name = rest[rest.utf8.index(after: start)..<end]
            filled += rest[..<start]
            filled += values.first { $0.key == name }?.value ?? String(rest[start...end])
            rest = rest[rest.utf8.index(after: end)...]
        }
        return filled + rest
    }

    /// A number with its noun: the text has the noun's forms, parted by `|`. English has one for 1 and one for the rest,
    /// Lithuanian one for 1, 21…, one for 2–9, 22–29… and one for the rest.
    package func count(_ key: String, _ number: Int) -> String {
        let forms = self[key].split(separator: "|").map(String.init)
        let (ones, tens) = (number % 10, number / 10 % 10)
        let place =
            switch language {
            case .english: number == 1 ? 0 : 1
            case .lithuanian: tens == 1 || ones == 0 ? 2 : ones == 1 ? 0 : 1
            }
        let form = forms.indices.contains(place) ? forms[place] : forms.last ?? key
        return language.format(Number(Int64(number))) + "\u{A0}" + form
    }

    /// Every language's, from `{"key": {"en": "…", "lt": "…"}}`.
    package static func all(in file: URL) throws(WordsError) -> [Language: Words] {
        guard let data = try? Data(contentsOf: file) else { throw WordsError("it cannot be read") }
        guard case .object(let members)? = JSON(Array(data)) else { throw WordsError("this is no JSON object") }
        var texts = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, [String: String]()) })
        for member in members {
            for language in Language.allCases {
                texts[language]?[member.name] = member.value[language.rawValue]?.string
            }
            guard case .object(let own) = member.value, own.count == Language.allCases.count,
                Language.allCases.allSatisfy({ member.value[$0.rawValue]?.string != nil })
            else { throw WordsError("“\(member.name)” is not there in each language and no other") }
        }
        return Dictionary(uniqueKeysWithValues: texts.map { ($0, Words(language: $0, texts: $1)) })
    }
}

/// What is wrong with a file of words, in a few words.
package struct WordsError: Error {
    package let text: String

    package init(_ text: String) { self.text = text }
}
