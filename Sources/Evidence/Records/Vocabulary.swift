/// The terms that the records of a dataset may use, in the order in which the dataset lists them.
package struct Vocabulary: Hashable, Sendable {
    /// What a term describes.
    package enum Kind: String, CaseIterable, Sendable {
        case category, measure, population, unit, actor, place
        /// Who first counted, and is no source of the dataset.
        case witness
        /// A word that the texts use, and that needs explaining.
        case term

        /// The name of the list in `dataset.json` and in answers.
        package var plural: String {
            switch self {
            case .category: "categories"
            case .witness: "witnesses"
            case .measure, .population, .unit, .actor, .place, .term: rawValue + "s"
            }
        }

        /// Whether a dataset must have the list, if only an empty one.
        package var isRequired: Bool { self != .witness && self != .term }

        /// The most terms of the kind: of those that are looked for in texts, what a page has room for.
        package var most: Int { self == .term ? 500 : .max }
    }

    /// A term with its label.
    package struct Term: Hashable, Sendable {
        package let id: String
        package let label: LocalizedText
        package let note: LocalizedText?
        /// The addresses by which others know the same thing: in Wikidata, GeoNames, VIAF.
        package let sameAs: [String]
        /// Where a place is.
        package let coordinates: Coordinates?
        /// By language, how texts write it: words with spaces between them, those with `*` at their end the beginnings of words.
        package let forms: [LanguageTag: [String]]

        package init(
            id: String, label: LocalizedText, note: LocalizedText? = nil, sameAs: [String] = [],
            coordinates: Coordinates? = nil, forms: [LanguageTag: [String]] = [:]
        ) {
            self.id = id
            self.label = label
            self.note = note
            self.sameAs = sameAs
            self.coordinates = coordinates
            self.forms = forms
        }
    }

    private let terms: [Kind: [Term]]
    /// The position of each term in its list, by id.
    private let positions: [Kind: [String: Int]]
    /// Which values each unit allows, by the id of the unit.
    package let units: [String: Unit]

    /// Creates the vocabulary. A kind without a list has no terms.
    package init(_ terms: [Kind: [Term]], units: [String: Unit]) {
        self.terms = terms
        self.units = units
        positions = terms.mapValues { terms in
            Dictionary(terms.enumerated().map { ($1.id, $0) }) { first, _ in first }
        }
    }

    /// Returns the terms of a kind.
    package subscript(kind: Kind) -> [Term] { terms[kind] ?? [] }

    /// Returns the term with an id; nil if the kind has no such term.
    package subscript(kind: Kind, id: String) -> Term? {
        positions[kind]?[id].map { self[kind][$0] }
    }
}
