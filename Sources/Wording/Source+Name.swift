package import Evidence

extension Source {
    /// The first author's family name; nil for a source without authors.
    package var firstAuthor: String? { author.first?.brief }

    /// Returns the first author's family name; of a source without authors, what it is called.
    package func shortName(in language: Language) -> String { firstAuthor ?? called(in: language) }

    /// What it is called beside its author: the brief title; else the title, translated if there is a translation, without the
    /// brackets of one that only describes.
    private func called(in language: Language) -> String {
        briefTitle?[language] ?? (translatedTitle?[language] ?? title).withoutBrackets
    }

    /// Returns the same as ``name(in:)``, with marks for a page.
    package func markedName(in language: Language) -> String {
        let translated = briefTitle ?? translatedTitle
        let tag = translated.flatMap { $0.language(for: language.tag) } ?? LanguageTag(self.language)
        let title = MarkedText.mark(called(in: language), in: tag, for: language)
        return [firstAuthor.map { marked($0, for: language) }, title].compactMap { $0 }.joined(separator: ", ")
    }

    /// Returns the first author's family name and what the source is called beside it.
    package func name(in language: Language) -> String {
        [firstAuthor, called(in: language)].compactMap { $0 }.joined(separator: ", ")
    }

    /// Whether the title only describes, because the printed one was not seen: it stands in square brackets.
    package var isDescribed: Bool { title.first == "[" && title.last == "]" }
}

extension String {
    /// The text without the square brackets around all of it.
    fileprivate var withoutBrackets: String {
        first == "[" && last == "]" && count > 2 ? String(dropFirst().dropLast()) : self
    }
}
