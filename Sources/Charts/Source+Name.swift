package import Evidence
package import Wording

extension Source {
    /// The first author's family name; nil for a source without authors.
    var firstAuthor: String? { author.first?.brief }

    /// Returns the first author's family name and the title, translated if there is a translation.
    package func name(in language: Language) -> String {
        [firstAuthor, translatedTitle?[language] ?? title].compactMap { $0 }.joined(separator: ", ")
    }
}
