package import Evidence

extension Language {
    /// Returns “yes” or “no” in the language.
    package func format(_ flag: Bool) -> String { words[flag ? .yes : .no] }

    /// Returns a day in words.
    package func format(_ day: CalendarDay) -> String {
        format(EDTFDate(day))
    }

    /// Returns a token as printed somewhere, in quotation marks.
    package func quoted(_ token: String) -> String { words.quotation[0] + token + words.quotation[1] }
}
