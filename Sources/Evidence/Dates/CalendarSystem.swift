/// A calendar that a source may count its days by.
package enum CalendarSystem: String, CaseIterable, Sendable {
    /// The Gregorian one, before its introduction as well. EDTF and all comparisons use it.
    case gregorian
    /// The Julian one, also before its introduction: “Old Style”.
    case julian

    /// Returns the day of this calendar as a day of the Gregorian one; nil if this calendar has no such day. Years are
    /// astronomical (0 is 1 BCE), −999,999,999…999,999,999.
    package func day(year: Int, month: Int, day: Int) -> CalendarDay? {
        guard year.magnitude <= 999_999_999, (1...12).contains(month), day >= 1, day <= days(in: month, of: year)
        else { return nil }
        return switch self {
        case .gregorian: CalendarDay(year: year, month: month, day: day)
        case .julian: CalendarDay(ordinal: CalendarSystem.julianOrdinal(year, month, day))
        }
    }

    /// How many days a month has; 31 for a number that is no month.
    package func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: isLeap(year) ? 29 : 28
        default: 31
        }
    }

    private func isLeap(_ year: Int) -> Bool {
        switch self {
        case .gregorian: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        case .julian: year % 4 == 0
        }
    }

    /// The number of days since the Gregorian 1 March of the year 0, which is two days after the Julian one.
    private static func julianOrdinal(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let cycle = shifted >= 0 ? shifted / 4 : (shifted - 3) / 4
        return cycle * 1_461 + (shifted - cycle * 4) * 365 + CalendarDay.daysFromMarch(to: month) + day - 1 - 2
    }
}
