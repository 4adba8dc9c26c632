/// A date as HTTP writes it, accurate to the second (RFC 9110 section 5.6.7).
package struct HTTPDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z, without leap seconds, in the years 0001…9999.
    package let secondsSinceEpoch: Int

    /// The first second of 0001-01-01, a Monday, and the last of 9999.
    private static let bounds = -62_135_596_800...253_402_300_799
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let longWeekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Creates a date, clamped to the years that four digits can write.
    package init(secondsSinceEpoch: Int) {
        self.secondsSinceEpoch = min(max(secondsSinceEpoch, HTTPDate.bounds.lowerBound), HTTPDate.bounds.upperBound)
    }

    /// Parses an IMF-fixdate or either obsolete form, each at its exact width; nil if the text is none of them.
    ///
    /// A two-digit year is taken to be at most 50 years after `reference`, which should be roughly now. The weekday
    /// must be a weekday, but not necessarily the right one.
    package init?(_ text: String, reference: HTTPDate) {
        let bytes = Array(text.utf8)
        guard let fields = DateFields(bytes, referenceYear: reference.civil.year) else { return nil }
        let days = HTTPDate.days(year: fields.year, month: fields.month, day: fields.day)
        let seconds = fields.hour * 3600 + fields.minute * 60 + fields.second
        self.init(secondsSinceEpoch: days * 86_400 + seconds)
    }

    /// Whether `left` is earlier.
    package static func < (left: HTTPDate, right: HTTPDate) -> Bool {
        left.secondsSinceEpoch < right.secondsSinceEpoch
    }

    /// The date as IMF-fixdate, such as `Sun, 06 Nov 1994 08:49:37 GMT`.
    package var description: String {
        let (year, month, day) = civil
        let elapsed = secondsSinceEpoch - HTTPDate.bounds.lowerBound
        let second = elapsed % 86_400
        let weekday = HTTPDate.weekdays[elapsed / 86_400 % 7]
        let date = "\(weekday), \(pad(day)) \(HTTPDate.months[month - 1]) \(pad(year, to: 4))"
        return "\(date) \(pad(second / 3600)):\(pad(second / 60 % 60)):\(pad(second % 60)) GMT"
    }

    private func pad(_ number: Int, to width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// The date in the proleptic Gregorian calendar.
    private var civil: (year: Int, month: Int, day: Int) {
        let days = (secondsSinceEpoch - HTTPDate.bounds.lowerBound) / 86_400
        // Days count from 0001-01-01. A first estimate from the mean length of a year is off by at most one.
        var year = days * 400 / 146_097 + 1
        while HTTPDate.daysBefore(year: year) > days { year -= 1 }
        while HTTPDate.daysBefore(year: year + 1) <= days { year += 1 }
        var left = days - HTTPDate.daysBefore(year: year)
        var month = 1
        while left >= HTTPDate.length(ofMonth: month, year: year) {
            left -= HTTPDate.length(ofMonth: month, year: year)
            month += 1
        }
        return (year, month, left + 1)
    }

    /// Returns the days from 1970-01-01 to a valid date.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let months = (1..<month).reduce(0) { $0 + length(ofMonth: $1, year: year) }
        return daysBefore(year: year) + months + day - 1 + bounds.lowerBound / 86_400
    }

    /// Returns the days from 0001-01-01 to the first day of `year`.
    private static func daysBefore(year: Int) -> Int {
        let past = year - 1
        return past * 365 + past / 4 - past / 100 + past / 400
    }

    /// Returns the number of days in `month`, which must be in 1…12.
    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func month(_ name: String) -> Int? { months.firstIndex(of: name).map { $0 + 1 } }

    static func isWeekday(_ name: String, long: Bool) -> Bool {
        (long ? longWeekdays : weekdays).contains(name)
    }
}
