package import Evidence
import Foundations

extension Source {
    /// The most printed words that an address looks for.
    private static let mostWords = 3

    /// Returns where a passage can be read: the source's address with the printed words as text directives, by which a
    /// browser scrolls to them and marks them (WICG, URL Fragment Text Directives). Nil for a source without an address.
    package func address(ofPassage citation: Citation) -> String? {
        guard let url else { return nil }
        var address = url
        var mark = url.utf8.contains(UInt8(ascii: "#")) ? ":~:text=" : "#:~:text="
        for word in citation.printed.prefix(Source.mostWords) where !word.isEmpty {
            address += mark
            // Hyphens mark the context of a directive, so that they are encoded too.
            address += PercentEncoding.encode(word) { $0.isUnreserved && $0 != UInt8(ascii: "-") }
            mark = "&text="
        }
        return address
    }
}
