/// One date of an EDTF value: a year, season, month or day, with the days that it can mean.
package struct EDTFDate: Hashable, Sendable {
    /// What a date says of its own trustworthiness (EDTF level 1).
    package enum Qualifier: Character, Sendable {
        case uncertain = "?"
        case approximate = "~"
        case uncertainAndApproximate = "%"
    }

    /// What the date names. An unspecified part (`X`) leaves the larger unit: `1944-XX` names a year whose month is
    /// not told.
    package enum Precision: Sendable {
        case day, month, season, year, decade, century
    }

    package let earliest: CalendarDay
    package let latest: CalendarDay
    package let precision: Precision
    package let qualifier: Qualifier?

    /// Takes each member as it is.
    package init(earliest: CalendarDay, latest: CalendarDay, precision: Precision, qualifier: Qualifier?) {
        self.earliest = earliest
        self.latest = latest
        self.precision = precision
        self.qualifier = qualifier
    }
}
