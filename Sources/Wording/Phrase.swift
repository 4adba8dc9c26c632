package import Evidence

/// A text that people read in their language, wherever it comes from.
package enum Phrase: Hashable, Sendable {
    /// The program's own words.
    case word(Word)
    /// The program's label for a value of the model, identified by its raw value.
    case label(LabelKind, String)
    /// A text from the dataset.
    case text(LocalizedText)
    /// A place in a source.
    case locator(Locator)

    package subscript(language: Language) -> String {
        switch self {
        case .word(let word): word[language]
        case .label(let kind, let value): language.words.label(kind, value)
        case .text(let text): text[language]
        case .locator(let locator): locator.words(in: language) ?? ""
        }
    }

    /// Returns the text in a language; nil if it is the dataset's, and in another one only.
    package func text(in language: Language) -> String? {
        if case .text(let text) = self { text.text(in: language) } else { self[language] }
    }
}
