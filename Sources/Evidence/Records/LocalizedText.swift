/// A text in the languages of a dataset. What is empty in a language is not there in it.
package struct LocalizedText: Hashable, Sendable {
    /// In the order of the dataset. None for a text that is the same for every reader.
    package let languages: [LanguageTag]
    // Most datasets have one language or two, whose texts need no memory of their own.
    private let first, second: String
    private let more: [String]

    /// A text that is the same for every reader.
    package init(_ text: String) {
        languages = []
        first = text
        second = ""
        more = []
    }

    /// What `text` says in each language; asked for in their order.
    package init(in languages: [LanguageTag], _ text: (LanguageTag) -> String) {
        self.languages = languages
        first = languages.isEmpty ? "" : text(languages[0])
        second = languages.count > 1 ? text(languages[1]) : ""
        more = languages.count > 2 ? languages[2...].map(text) : []
    }

    /// The text in a language; where there is none, the first.
    package subscript(language: LanguageTag) -> String {
        text(in: language) ?? (first.isEmpty ? ([second] + more).first { !$0.isEmpty } ?? "" : first)
    }

    /// The text in a language; nil where there is none.
    package func text(in language: LanguageTag) -> String? {
        for (place, other) in languages.enumerated() where other == language {
            let text = place == 0 ? first : place == 1 ? second : more[place - 2]
            return text.isEmpty ? nil : text
        }
        return nil
    }

    /// Each text once.
    package var distinct: [String] {
        if more.isEmpty { return second.isEmpty || first == second ? [first] : [first, second] }
        return ([first, second] + more).filter { !$0.isEmpty }.uniqued()
    }
}
