import Evidence

/// What stands in one row under one column.
enum Cell: Sendable, Equatable {
    case none
    case text(String)
    case number(Number)
    case flag(Bool)
    /// Several texts; a form without lists joins them.
    case list([String])

    init(_ text: String?) { self = text.map(Cell.text) ?? .none }

    init(_ number: Number?) { self = number.map(Cell.number) ?? .none }

    init(_ number: Int?) { self.init(number.map { Number(Int64($0)) }) }
}
