/// A text in every language.
package struct LocalizedText: Hashable, Sendable {
    package let english: String
    package let lithuanian: String

    package init(english: String, lithuanian: String) {
        self.english = english
        self.lithuanian = lithuanian
    }

    package subscript(language: Language) -> String {
        switch language {
        case .english: english
        case .lithuanian: lithuanian
        }
    }
}
