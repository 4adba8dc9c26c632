/// Where in a source. Both numbers count from 1; sentences are counted within their paragraph.
package enum Locator: Hashable, Sendable {
    case sentence(paragraph: Int, sentence: Int)
    /// An article of a legal instrument, as the instrument numbers it.
    case article(String)
    /// The source's pages were not verified: the printed token alone locates the figure.
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
