package import Evidence

extension Language {
    /// Yes or no.
    package func format(_ flag: Bool) -> String { words[flag ? .yes : .no] }

    /// A day in words.
    package func format(_ day: CalendarDay) -> String {
        format(EDTFDate(earliest: day, latest: day, precision: .day, qualifier: nil))
    }

    /// A token as it stands printed somewhere, in quotation marks.
    package func quoted(_ token: String) -> String { words.quotation[0] + token + words.quotation[1] }
}
