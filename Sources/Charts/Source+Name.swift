package import Evidence
package import Wording

extension Source {
    /// The first author's family name; nil for a source without authors.
    var firstAuthor: String? {
        author.first.map { name in
            switch name {
            case .person(let family, _): family
            case .literal(let text): text
            }
        }
    }

    /// The first author's family name, and the title in the language, where it has one there.
    package func name(in language: Language) -> String {
        [firstAuthor, translatedTitle?[language] ?? title].compactMap { $0 }.joined(separator: ", ")
    }
}
