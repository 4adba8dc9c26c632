/// The terms that a dataset's records may use, in the order in which the dataset lists them.
package struct Vocabulary: Hashable, Sendable {
    /// What the terms are of.
    package enum Kind: String, CaseIterable, Sendable {
        case category, measure, population, unit, actor, place

        /// The name of the list in `dataset.json` and in answers.
        package var plural: String { self == .category ? "categories" : rawValue + "s" }
    }

    /// A term with its label.
    package struct Term: Hashable, Sendable {
        package let id: String
        package let label: LocalizedText
        package let note: LocalizedText?

        package init(id: String, label: LocalizedText, note: LocalizedText? = nil) {
            self.id = id
            self.label = label
            self.note = note
        }
    }

    private let terms: [Kind: [Term]]
    /// Where in its list each term stands, by its id.
    private let positions: [Kind: [String: Int]]
    /// What the values of each unit can be, by its id.
    package let unitKinds: [String: UnitKind]

    /// A kind without a list has no terms.
    package init(_ terms: [Kind: [Term]], unitKinds: [String: UnitKind]) {
        self.terms = terms
        self.unitKinds = unitKinds
        positions = terms.mapValues { terms in
            Dictionary(terms.enumerated().map { ($1.id, $0) }) { first, _ in first }
        }
    }

    /// Returns the terms of a kind.
    package subscript(kind: Kind) -> [Term] { terms[kind] ?? [] }

    /// Returns the term of that id; nil where the kind has no such.
    package subscript(kind: Kind, id: String) -> Term? {
        positions[kind]?[id].map { self[kind][$0] }
    }
}
