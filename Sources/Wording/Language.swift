package import Evidence

/// A language in which a dataset is read, with the words that the program has for it.
///
/// If the program has no words for the language, they are English, around texts that are not.
package final class Language: Sendable {
    package let tag: LanguageTag
    package let words: Words
    /// The language of the program's words, which texts of the dataset stand among: `tag` itself if there are words for
    /// it.
    package let spoken: LanguageTag
    /// Whether those words are written from right to left.
    package let isRightToLeft: Bool
    package let scripts: Scripts

    package init(_ tag: LanguageTag, _ words: Words, _ scripts: Scripts) {
        self.tag = tag
        self.words = words
        self.scripts = scripts
        let isOwn = tag == words.tag || tag.rawValue.hasPrefix(words.tag.rawValue + "-")
        spoken = isOwn ? tag : words.tag
        isRightToLeft = scripts.isRightToLeft(spoken)
    }

    /// The value of `dir` for the program's words.
    package var direction: String { isRightToLeft ? "rtl" : "ltr" }

    /// The name of the language in that language itself; its tag if the program has no words for it.
    package var name: String { spoken == tag ? words.name : tag.rawValue }

    /// The locale in the form of Open Graph: `lt_LT`; without a country if the program has no words for the language.
    package var locale: String { spoken == tag ? words.locale : tag.rawValue.replacing("-", with: "_") }

    package var rawValue: String { tag.rawValue }

    /// Returns a number in the language's format: `58,620.5`, or `58 620,5` with no-break spaces.
    package func format(_ number: Number) -> String { words.numbers.text(of: number) }

    /// Returns a whole number in the language's format.
    package func format(_ number: Int) -> String { format(Number(Int64(number))) }
}

extension Language: Hashable {
    package static func == (left: Language, right: Language) -> Bool { left === right || left.tag == right.tag }

    package func hash(into hasher: inout Hasher) { hasher.combine(tag) }
}

extension LocalizedText {
    package subscript(language: Language) -> String { self[language.tag] }

    /// Returns the text in a language; nil if it has none there and another stands for it.
    package func text(in language: Language) -> String? { languages.isEmpty ? self[language] : text(in: language.tag) }
}
