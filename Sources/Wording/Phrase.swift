package import Evidence

/// What people read in their language, wherever it comes from.
package enum Phrase: Hashable, Sendable {
    /// The program's own.
    case word(Word)
    /// What the program calls a value of the model, by its raw value.
    case label(LabelKind, String)
    /// A text of the dataset.
    case text(LocalizedText)

    package subscript(language: Language) -> String {
        switch self {
        case .word(let word): word[language]
        case .label(let kind, let value): language.words.label(kind, value)
        case .text(let text): text[language]
        }
    }
}
