package import Evidence
package import Wording

/// What stands in one row under one column.
package enum Cell: Sendable, Equatable {
    case none
    case text(String)
    case number(Number)
    case flag(Bool)
    case day(CalendarDay)
    case period(EDTF)
    /// A word of a vocabulary: programs read the id, people the label.
    case term(String, Phrase)
    /// Several texts; a form without lists joins them.
    case list([String])
    /// Several words of a vocabulary.
    case terms([Vocabulary.Term])

    package init(_ text: String?) { self = text.map(Cell.text) ?? .none }

    package init(_ number: Number?) { self = number.map(Cell.number) ?? .none }

    package init(_ number: Int?) { self.init(number.map { Number(Int64($0)) }) }

    package init(_ day: CalendarDay?) { self = day.map(Cell.day) ?? .none }

    package init(_ period: EDTF?) { self = period.map(Cell.period) ?? .none }

    /// Of the ids those that the vocabulary has: a dataset has no others.
    package init(_ ids: [String], of kind: Vocabulary.Kind, in vocabulary: Vocabulary) {
        self = .terms(ids.compactMap { vocabulary[kind, $0] })
    }

    /// The id alone where the vocabulary has no label for it.
    package init(_ id: String?, of kind: Vocabulary.Kind, in vocabulary: Vocabulary) {
        let label = id.flatMap { vocabulary[kind, $0]?.label }
        self = id.map { id in label.map { .term(id, .text($0)) } ?? .text(id) } ?? .none
    }
}

extension Cell {
    /// As people read it.
    package func text(in language: Language, separator: String = " ") -> String {
        switch self {
        case .none: ""
        case .text(let text): text
        case .number(let number): language.format(number)
        case .flag(let flag): language.format(flag)
        case .day(let day): language.format(day)
        case .period(let period): language.format(period)
        case .term(_, let label): label[language]
        case .list(let texts): texts.joined(separator: separator)
        case .terms(let terms): terms.map(\.label[language]).joined(separator: "; ")
        }
    }
}
