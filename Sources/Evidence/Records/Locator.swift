/// A place within a source. Both numbers count from 1; sentences are numbered within their paragraph.
package enum Locator: Hashable, Sendable {
    case sentence(paragraph: Int, sentence: Int)
    /// An article of a legal instrument, by the number that the instrument gives it.
    case article(String)
    /// The source's pages were not verified: only the printed token locates the figure.
    case printedToken

    package var paragraph: Int? {
        if case .sentence(let paragraph, _) = self { paragraph } else { nil }
    }

    package var sentence: Int? {
        if case .sentence(_, let sentence) = self { sentence } else { nil }
    }

    package var article: String? {
        if case .article(let article) = self { article } else { nil }
    }
}
