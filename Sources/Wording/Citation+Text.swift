package import Evidence

extension Citation {
    /// Returns the source, the place and the printed tokens: `tininis-summary-en ¶7 s1 “63,000”`.
    package func text(in language: Language) -> String {
        ([source, locator.text(in: language)].compactMap { $0 } + printed.map(language.quoted)).joined(separator: " ")
    }
}

extension Locator {
    /// Returns the place as abbreviated in citations; nil if only the printed token locates the figure.
    package func text(in language: Language) -> String? {
        switch self {
        case .sentence(let paragraph, let sentence): "¶\(paragraph) s\(sentence)"
        case .article(let number): Locator.article(number, in: language)
        case .printedToken: nil
        }
    }

    /// Returns an article as text. Articles of an annex have numbers like `annex 23`.
    private static func article(_ number: String, in language: Language) -> String {
        let annex = "annex "
        let isOfAnnex = number.hasPrefix(annex)
        let plain = isOfAnnex ? String(number.dropFirst(annex.count)) : number
        return language.words.fill(isOfAnnex ? .annexArticle : .article, ["number": plain])
    }
}
