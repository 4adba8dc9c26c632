/// A date of which any digits may be unspecified: `156X-12-25`, `1X41`, `1560-XX-25`.
struct DateTemplate: Hashable, Sendable {
    let isNegative: Bool
    let year: DateDigits
    let month: DateDigits?
    let day: DateDigits?

    /// The most stretches of days into which one is taken apart.
    static let stretchLimit = 120

    /// The first and the last day that it can be; nil if the calendar has none.
    func bounds(in calendar: CalendarSystem) -> (first: EDTFDate.Written, last: EDTFDate.Written)? {
        guard let first = years(isAscending: true).firstNonNil({ days(of: $0, in: calendar).first }),
            let last = years(isAscending: false).firstNonNil({ days(of: $0, in: calendar).last })
        else { return nil }
        return (first.first, last.last)
    }

    /// The days that it can be, as stretches in their order; nil where there are too many.
    func stretches(in calendar: CalendarSystem) -> [DayStretches.Stretch]? {
        let perYear = (month?.count ?? 1) * (day?.count ?? 1)
        guard year.count * perYear <= DateTemplate.stretchLimit else { return nil }
        return Array(years(isAscending: true)).flatMap { days(of: $0, in: calendar) }.compactMap { first, last in
            guard let first = calendar.day(year: first.year, month: first.month, day: first.day),
                let last = calendar.day(year: last.year, month: last.month, day: last.day)
            else { return nil }
            return DayStretches.Stretch(first.ordinal, max(first.ordinal, last.ordinal))
        }
    }

    /// The years that it can be of; none where no year has such a day.
    ///
    /// A hundred from either end are enough to find one that has a 29 February: all the last two digits that there can be
    /// are among them, or, where those are 00, all the centuries.
    private func years(isAscending: Bool) -> some Sequence<Int> {
        let count = isPossible ? min(year.count, DateTemplate.stretchLimit) : 0
        return (0..<count).lazy.map { index in
            isAscending == isNegative ? year[year.count - 1 - index] : year[index]
        }.map { isNegative ? -$0 : $0 }
    }

    /// Whether a leap year has such a day, without which no year has; and where no other has, whether there can be one: the
    /// last two digits are divided by four.
    private var isPossible: Bool {
        guard days(of: 2_001, in: .gregorian).isEmpty else { return true }
        return !days(of: 2_000, in: .gregorian).isEmpty
            && (0..<min(year.count, 100)).contains { year[$0].isMultiple(of: 4) }
    }

    /// The days that it can be in one year: stretches, each within one month unless the month is left out.
    private func days(of year: Int, in calendar: CalendarSystem)
        -> [(first: EDTFDate.Written, last: EDTFDate.Written)]
    {
        guard let month else { return [(.init(year, 1, 1), .init(year, 12, 31))] }
        return month.values(in: 1...12).flatMap { month -> [(first: EDTFDate.Written, last: EDTFDate.Written)] in
            let length = calendar.days(in: month, of: year)
            guard let day, day.count < 100 else {
                return [(first: EDTFDate.Written(year, month, 1), last: EDTFDate.Written(year, month, length))]
            }
            return day.values(in: 1...length).map {
                (first: EDTFDate.Written(year, month, $0), last: EDTFDate.Written(year, month, $0))
            }
        }
    }
}

extension Sequence {
    /// The first value that `transform` finds.
    fileprivate func firstNonNil<Value>(_ transform: (Element) -> Value?) -> Value? {
        for element in self {
            if let value = transform(element) { return value }
        }
        return nil
    }
}
