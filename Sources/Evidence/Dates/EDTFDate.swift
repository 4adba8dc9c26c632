/// A single date in an EDTF value: a year, season, month or day, with the range of days that it can mean.
package struct EDTFDate: Hashable, Sendable {
    /// What a date says about its own reliability (EDTF level 1).
    package enum Qualifier: Character, Sendable {
        case uncertain = "?"
        case approximate = "~"
        case uncertainAndApproximate = "%"
    }

    /// The unit that the date specifies. An unspecified part (`X`) leaves the larger unit: `1944-XX` is a year whose
    /// month is not stated.
    package enum Precision: Sendable {
        case day, month, season, year, decade, century
    }

    package let earliest: CalendarDay
    package let latest: CalendarDay
    package let precision: Precision
    package let qualifier: Qualifier?

    /// Creates a date from its parts without checking them.
    package init(earliest: CalendarDay, latest: CalendarDay, precision: Precision, qualifier: Qualifier?) {
        self.earliest = earliest
        self.latest = latest
        self.precision = precision
        self.qualifier = qualifier
    }
}
