package import Evidence
import Foundations

extension Source {
    /// The most printed words that an address looks for.
    private static let mostWords = 3

    /// Returns where a passage can be read: the source's address with the printed words as text directives, by which a
    /// browser scrolls to them and marks them (WICG, URL Fragment Text Directives). Nil for a source without an address.
    package func address(ofPassage citation: Citation) -> String? {
        guard let url else { return nil }
        let words = citation.printed.filter { !$0.isEmpty }.prefix(Source.mostWords)
        guard !words.isEmpty else { return url }
        // Hyphens mark the context of a directive, so that they are encoded too.
        let directives = words.map { "text=" + PercentEncoding.encode($0).replacing("-", with: "%2D") }
        return url + (url.contains("#") ? "" : "#") + ":~:" + directives.joined(separator: "&")
    }
}
