package import Evidence

extension Language {
    /// Yes or no.
    package func format(_ flag: Bool) -> String {
        switch self {
        case .english: flag ? "yes" : "no"
        case .lithuanian: flag ? "taip" : "ne"
        }
    }

    /// A day in words.
    package func format(_ day: CalendarDay) -> String {
        format(EDTFDate(earliest: day, latest: day, precision: .day, qualifier: nil))
    }

    /// A token as it stands printed somewhere, in quotation marks.
    package func quoted(_ token: String) -> String { self == .english ? "“\(token)”" : "„\(token)“" }
}
