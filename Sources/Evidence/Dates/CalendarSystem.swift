/// A calendar that a source may count its days by.
package enum CalendarSystem: String, CaseIterable, Sendable {
    /// The Gregorian one, before its introduction as well. EDTF and all comparisons use it.
    case gregorian
    /// The Julian one, also before its introduction: “Old Style”.
    case julian

    /// Returns the day of this calendar as a day of the Gregorian one; nil if this calendar has no such day, or it lies
    /// beyond the years of `CalendarDay`. Years are astronomical (0 is 1 BCE), −999,999,999…999,999,999.
    package func day(year: Int, month: Int, day: Int) -> CalendarDay? {
        guard year.magnitude <= 999_999_999, (1...12).contains(month), day >= 1, day <= days(in: month, of: year)
        else { return nil }
        return switch self {
        case .gregorian: CalendarDay(year: year, month: month, day: day)
        case .julian: CalendarDay(within: CalendarSystem.julianOrdinal(year, month, day))
        }
    }

    /// Returns a day, given as an ordinal of `CalendarDay`, as this calendar counts it.
    func written(ofDay ordinal: Int) -> EDTFDate.Written {
        guard self == .julian else {
            let day = CalendarDay(ordinal: ordinal)
            return EDTFDate.Written(day.year, day.month, day.day)
        }
        // As in `julianOrdinal`; years that start in March end with the leap day.
        let days = ordinal + 2
        let cycle = days >= 0 ? days / 1_461 : (days - 1_460) / 1_461
        let dayOfCycle = days - cycle * 1_461
        let yearOfCycle = min(dayOfCycle / 365, 3)
        let dayOfYear = dayOfCycle - yearOfCycle * 365
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return EDTFDate.Written(
            cycle * 4 + yearOfCycle + (month <= 2 ? 1 : 0), month, dayOfYear - CalendarDay.daysFromMarch(to: month) + 1)
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
