package import Evidence

/// A language that a dataset is read in, with the words that the program has for it.
///
/// Where there are no words for the language, they are English, around texts that are not.
package final class Language: Sendable {
    package let tag: LanguageTag
    package let words: Words

    package init(_ tag: LanguageTag, _ words: Words) {
        self.tag = tag
        self.words = words
    }

    package var rawValue: String { tag.rawValue }

    /// A number as the language prints it: `58,620.5`, or `58 620,5` with no-break spaces.
    package func format(_ number: Number) -> String { words.numbers.text(of: number) }

    /// A whole number as the language prints it.
    package func format(_ number: Int) -> String { format(Number(Int64(number))) }
}

extension Language: Hashable {
    package static func == (left: Language, right: Language) -> Bool { left === right || left.tag == right.tag }

    package func hash(into hasher: inout Hasher) { hasher.combine(tag) }
}

extension LocalizedText {
    package subscript(language: Language) -> String { self[language.tag] }
}
