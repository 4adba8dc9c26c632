/// A day of the proleptic Gregorian calendar with astronomical year numbers (0 is 1 BCE), as in ISO 8601.
package struct CalendarDay: Hashable, Sendable {
    /// The year, −999,999,999…999,999,999.
    package var year: Int { Int(storedYear) }
    package var month: Int { Int(storedMonth) }
    package var day: Int { Int(storedDay) }

    // Stored compactly: a million events have four million days.
    private let storedYear: Int32
    private let storedMonth, storedDay: Int8

    /// Creates a day; nil if the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard year.magnitude <= 999_999_999, (1...12).contains(month) else { return nil }
        guard day >= 1, day <= CalendarSystem.gregorian.days(in: month, of: year) else { return nil }
        self.init(unchecked: year, month, day)
    }

    /// Creates the day that is so many days after 1 March of the year 0; nil beyond the years that are taken.
    init?(within ordinal: Int) {
        self.init(ordinal: ordinal)
        guard year.magnitude <= 999_999_999 else { return nil }
    }

    /// Creates the day that is so many days after 1 March of the year 0.
    package init(ordinal: Int) {
        // Years that start in March end with the leap day. The divisions undo those of `ordinal`.
        let cycle = ordinal >= 0 ? ordinal / 146_097 : (ordinal - 146_096) / 146_097
        let dayOfCycle = ordinal - cycle * 146_097
        let yearOfCycle =
            (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.init(
            unchecked: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month,
            dayOfYear - CalendarDay.daysFromMarch(to: month) + 1)
    }

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        storedYear = Int32(clamping: year)
        storedMonth = Int8(clamping: month)
        storedDay = Int8(clamping: day)
    }

    /// How many days of a year that starts in March are before a month.
    static func daysFromMarch(to month: Int) -> Int { (153 * ((month + 9) % 12) + 2) / 5 }

    /// The number of days since 1 March of the year 0. All distances between days are in this unit.
    package var ordinal: Int {
        // Years that start in March end with the leap day, so that one linear formula gives the lengths of months.
        let shifted = month <= 2 ? year - 1 : year
        let cycle = shifted >= 0 ? shifted / 400 : (shifted - 399) / 400
        let yearOfCycle = shifted - cycle * 400
        let dayOfYear = CalendarDay.daysFromMarch(to: month) + day - 1
        return cycle * 146_097 + yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    }
}

extension CalendarDay: Comparable {
    package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDay: CustomStringConvertible {
    /// The day in the form `1944-08-01`; a year of more than four digits has the EDTF prefix `Y`.
    package var description: String {
        guard !(0...9_999).contains(year) else {
            // The fast path: a million events have four million of these.
            return String(unsafeUninitializedCapacity: 10) { text in
                var rest = year * 10_000 + month * 100 + day
                for place in (0..<10).reversed() {
                    if place == 4 || place == 7 {
                        text[place] = UInt8(ascii: "-")
                    } else {
                        text[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                        rest /= 10
                    }
                }
                return 10
            }
        }
        let date = [year.padded(to: 4), month.padded(to: 2), day.padded(to: 2)].joined(separator: "-")
        return (year.magnitude > 9_999 ? "Y" : "") + date
    }
}
