/// A text in every language.
package struct LocalizedText: Hashable, Sendable {
    package let english: String
    package let lithuanian: String

    package init(english: String, lithuanian: String) {
        self.english = english
        self.lithuanian = lithuanian
    }

    /// What `text` says in each language.
    package init(_ text: (Language) -> String) {
        self.init(english: text(.english), lithuanian: text(.lithuanian))
    }

    package subscript(language: Language) -> String {
        switch language {
        case .english: english
        case .lithuanian: lithuanian
        }
    }
}
