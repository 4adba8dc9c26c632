package import Wording

/// What would have been accepted where something was not.
package enum Accepted: Sendable, Equatable {
    /// These values, which are the same in every language; none where there is nothing to choose from.
    case values([String])
    case described(Sentence)

    package static let nothing = Accepted.values([])

    package var isEmpty: Bool { self == .nothing }

    /// The values, where they are a list.
    package var values: [String] { if case .values(let values) = self { values } else { [] } }

    /// Returns the same with at most `count` values.
    package func prefix(_ count: Int) -> Accepted {
        if case .values(let values) = self, values.count > count { .values(Array(values.prefix(count))) } else { self }
    }

    /// Returns the values, or the one description in a language.
    package subscript(language: Language) -> [String] {
        switch self {
        case .values(let values): values
        case .described(let sentence): [sentence[language]]
        }
    }
}
