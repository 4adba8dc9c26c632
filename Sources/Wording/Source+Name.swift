package import Evidence

extension Source {
    /// The first author's family name; nil for a source without authors.
    package var firstAuthor: String? { author.first?.brief }

    /// Returns the first author's family name; of a source without authors, the title, translated if there is a translation.
    package func shortName(in language: Language) -> String {
        firstAuthor ?? translatedTitle?[language] ?? title
    }

    /// Returns the same as ``name(in:)``, with marks for a page.
    package func markedName(in language: Language) -> String {
        let title = translatedTitle?.marked(for: language) ?? marked(title, for: language)
        return [firstAuthor.map { marked($0, for: language) }, title].compactMap { $0 }.joined(separator: ", ")
    }

    /// Returns the first author's family name and the title, translated if there is a translation.
    package func name(in language: Language) -> String {
        [firstAuthor, translatedTitle?[language] ?? title].compactMap { $0 }.joined(separator: ", ")
    }
}
