package import Evidence

extension Citation {
    /// Returns the source, the place and the printed tokens: `tininis-summary-en ¶7 s1 “63,000”`; then, where they are
    /// there, what the passage says in our words, and its own words as a quotation.
    package func text(in language: Language) -> String {
        let place = [source, locator.text(in: language)].compactMap { $0 } + printed.map(language.quoted)
        let told = paraphrase.map { language.words.fill(.paraphrased, ["text": $0[language]]) }
        let quoted = quotation.map { language.words.fill(.quoted, ["text": language.quoted($0.text)]) }
        return [place.joined(separator: " "), told, quoted].compactMap { $0 }.joined(separator: "; ")
    }
}

extension Locator {
    /// Returns the place as abbreviated in citations, such as `¶7 s1` or `ch. 3, p. 212`; nil if only the printed token
    /// locates the figure.
    package func text(in language: Language) -> String? {
        let counted = [paragraph.map { "¶\($0)" }, sentence.map { language.words.fill(.sentenceSign, ["n": "\($0)"]) }]
            .compactMap { $0 }
        return text(in: language, counted: counted.isEmpty ? nil : counted.joined(separator: " "))
    }

    /// Returns the place in words, such as `page 212` for a page, and `paragraph 7, sentence 1`; nil if only the printed
    /// token locates the figure.
    package func words(in language: Language) -> String? {
        let counted: String? =
            switch (paragraph, sentence) {
            case (let paragraph?, let sentence?):
                language.words.fill(.lessonSentence, ["paragraph": "\(paragraph)", "sentence": "\(sentence)"])
            case (let paragraph?, nil): Part(.paragraph, "\(paragraph)").text(in: language)
            case (nil, let sentence?): Part(.sentence, "\(sentence)").text(in: language)
            case (nil, nil): nil
            }
        return text(in: language, counted: counted)
    }

    /// Joins the parts, with what is counted between those that surround it and those that are inside it.
    private func text(in language: Language, counted: String?) -> String? {
        guard !named.isEmpty else { return counted }
        let inner: [Label] = [.verse, .line, .note]
        let texts = named.filter { !inner.contains($0.label) }.map { $0.text(in: language) }
        let rest = named.filter { inner.contains($0.label) }.map { $0.text(in: language) }
        return (texts + [counted].compactMap { $0 } + rest).joined(separator: ", ")
    }
}

extension Locator.Part {
    /// Returns the part as abbreviated in citations: `p. 212`, `pp. 212–215`, `212 p.`
    package func text(in language: Language) -> String {
        if label == .article { return article(in: language) }
        let value = value.replacing(/([0-9rvixlc])-([0-9ivxlc])/) { "\($0.1)–\($0.2)" }
        let isSeveral = value.contains { "–,;".contains($0) }
        return language.words.locator(label.rawValue, value, isSeveral: isSeveral)
    }

    /// Returns an article as text. Articles of an annex have numbers like `annex 23`.
    private func article(in language: Language) -> String {
        let annex = "annex "
        let isOfAnnex = value.hasPrefix(annex)
        let plain = isOfAnnex ? String(value.dropFirst(annex.count)) : value
        return language.words.fill(isOfAnnex ? .annexArticle : .article, ["number": plain])
    }
}
