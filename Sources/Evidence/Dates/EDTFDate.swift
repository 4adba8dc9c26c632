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

    /// A day as written, in the calendar of the date.
    package struct Written: Hashable, Sendable {
        package let year, month, day: Int

        package init(_ year: Int, _ month: Int, _ day: Int) {
            self.year = year
            self.month = month
            self.day = day
        }
    }

    /// The first and the last day that it can mean, in the Gregorian calendar.
    package let earliest, latest: CalendarDay
    /// The same in the calendar of the date.
    package let first, last: Written
    package let calendar: CalendarSystem
    package let precision: Precision
    package let qualifier: Qualifier?

    /// Creates a date of the Gregorian calendar from its parts without checking them.
    package init(earliest: CalendarDay, latest: CalendarDay, precision: Precision, qualifier: Qualifier?) {
        self.init(
            earliest, latest, first: Written(earliest.year, earliest.month, earliest.day),
            last: Written(latest.year, latest.month, latest.day), .gregorian, precision, qualifier)
    }

    /// Creates a date from days of a calendar; nil if it does not have them.
    init?(
        _ first: Written, _ last: Written, _ calendar: CalendarSystem, _ precision: Precision, _ qualifier: Qualifier?
    ) {
        guard let earliest = calendar.day(year: first.year, month: first.month, day: first.day),
            let latest = calendar.day(year: last.year, month: last.month, day: last.day)
        else { return nil }
        self.init(earliest, latest, first: first, last: last, calendar, precision, qualifier)
    }

    private init(
        _ earliest: CalendarDay, _ latest: CalendarDay, first: Written, last: Written, _ calendar: CalendarSystem,
        _ precision: Precision, _ qualifier: Qualifier?
    ) {
        self.earliest = earliest
        self.latest = latest
        self.first = first
        self.last = last
        self.calendar = calendar
        self.precision = precision
        self.qualifier = qualifier
    }

    /// By how many days a qualified date may be missed on either side: as many as it has; 0 for one that is not.
    package var reach: Int { qualifier == nil ? 0 : latest.ordinal - earliest.ordinal + 1 }
}
