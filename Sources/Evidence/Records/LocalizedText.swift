/// A text in the languages of a dataset. An empty text counts as missing in that language.
package struct LocalizedText: Hashable, Sendable {
    /// The languages in the order of the dataset; empty for a text that is the same for every reader.
    package let languages: [LanguageTag]
    // Most datasets have one or two languages, whose texts need no allocation of their own. Of more, the last is not empty.
    private let first, second: String
    private let more: [String]

    /// Creates a text that is the same for every reader.
    package init(_ text: String) {
        languages = []
        first = text
        second = ""
        more = []
    }

    /// Creates a text from what `text` returns for each language; it is called in the order of the languages.
    package init(in languages: [LanguageTag], _ text: (LanguageTag) -> String) {
        self.languages = languages
        first = languages.isEmpty ? "" : text(languages[0])
        second = languages.count > 1 ? text(languages[1]) : ""
        var more = languages.dropFirst(2).map(text)
        while more.last?.isEmpty == true { more.removeLast() }
        self.more = more
    }

    /// Returns the text in a language; if there is none, the first text that exists.
    package subscript(language: LanguageTag) -> String {
        text(in: language) ?? (first.isEmpty ? ([second] + more).first { !$0.isEmpty } ?? "" : first)
    }

    /// Returns the text in a language; nil if there is none.
    package func text(in language: LanguageTag) -> String? {
        guard let place = languages.firstIndex(of: language) else { return nil }
        let text = text(at: place)
        return text.isEmpty ? nil : text
    }

    private func text(at place: Int) -> String {
        place == 0 ? first : place == 1 ? second : place - 2 < more.count ? more[place - 2] : ""
    }

    /// Returns the text in each of the languages, an empty one where it is missing; one that is the same for every reader is
    /// in all of them.
    func texts(in languages: [LanguageTag]) -> [String] {
        if languages == self.languages { return languages.indices.map(text(at:)) }
        return languages.map { self.languages.isEmpty ? first : text(in: $0) ?? "" }
    }

    /// Whether there is a text in one of the languages, by its place.
    package func isPresent(at place: Int) -> Bool { !text(at: place).isEmpty }

    /// Whether there is no text in any language.
    package var isEmpty: Bool { first.isEmpty && second.isEmpty && more.allSatisfy(\.isEmpty) }

    /// Returns the language of the text that `self[language]` is: `language` itself, or another one where that has none;
    /// nil for a text that is the same for every reader.
    package func language(for language: LanguageTag) -> LanguageTag? {
        text(in: language) == nil ? languages.first { text(in: $0) != nil } : language
    }

    /// The distinct texts.
    package var distinct: [String] {
        if more.isEmpty, !first.isEmpty { return second.isEmpty || first == second ? [first] : [first, second] }
        return ([first, second] + more).filter { !$0.isEmpty }.uniqued()
    }
}
