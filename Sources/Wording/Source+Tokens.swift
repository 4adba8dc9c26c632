package import Evidence

extension Source {
    /// Returns the printed tokens that are translated, in the order of their letters, with what they mean.
    package func tokens(in language: Language) -> [(printed: String, text: String)] {
        translations.sorted { $0.key < $1.key }.map { ($0.key, $0.value[language]) }
    }

    /// Returns what is printed, in quotation marks and with marks for a page; beside it what it means, where the dataset says so.
    package func quoted(_ printed: String, in language: Language) -> String {
        let own = language.quoted(marked(printed.withWholeNumbers, for: language))
        guard !translations.isEmpty, let text = translations[printed], text[language] != printed else { return own }
        let translation = language.quoted(text.marked(for: language))
        return language.words.fill("lessonTranslated", ["printed": own, "translation": translation])
    }
}
