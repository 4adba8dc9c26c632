package import Evidence
package import Wording

/// The value in one row and column.
package enum Cell: Sendable, Equatable {
    case none
    case text(String)
    case number(Number)
    case flag(Bool)
    case day(CalendarDay)
    /// A date or a period, and whether it is some day of that or all of it.
    case period(EDTF, Dating.Sense)
    /// A term of a vocabulary: programs read the id, people the label.
    case term(String, Phrase)
    /// Several texts; formats without lists join them.
    case list([String])
    /// Several terms of a vocabulary.
    case terms([Vocabulary.Term])

    package init(_ text: String?) { self = text.map(Cell.text) ?? .none }

    package init(_ number: Number?) { self = number.map(Cell.number) ?? .none }

    package init(_ number: Int?) { self.init(number.map { Number(Int64($0)) }) }

    package init(_ day: CalendarDay?) { self = day.map(Cell.day) ?? .none }

    package init(_ period: EDTF?, _ sense: Dating.Sense = .someDay) {
        self = period.map { .period($0, sense) } ?? .none
    }

    /// Creates a cell from those ids that the vocabulary has; a dataset contains no others.
    package init(_ ids: [String], of kind: Vocabulary.Kind, in vocabulary: Vocabulary) {
        self = .terms(ids.compactMap { vocabulary[kind, $0] })
    }

    /// Creates a cell from an id, with its label if the vocabulary has one.
    package init(_ id: String?, of kind: Vocabulary.Kind, in vocabulary: Vocabulary) {
        let label = id.flatMap { vocabulary[kind, $0]?.label }
        self = id.map { id in label.map { .term(id, .text($0)) } ?? .text(id) } ?? .none
    }
}

extension Cell {
    /// Returns the cell as people read it.
    package func text(in language: Language, separator: String = " ") -> String {
        switch self {
        case .none: ""
        case .text(let text): text
        case .number(let number): language.format(number)
        case .flag(let flag): language.format(flag)
        case .day(let day): language.format(day)
        case .period(let period, _): language.format(period)
        case .term(_, let label): label[language]
        case .list(let texts): texts.joined(separator: separator)
        case .terms(let terms): terms.map(\.label[language]).joined(separator: "; ")
        }
    }
}
