/// A single date in an EDTF value: a year, a part of it, a month or a day, with the range of days that it can mean.
package struct EDTFDate: Hashable, Sendable {
    /// What a date says about its own reliability (EDTF level 1).
    package enum Qualifier: Character, CaseIterable, Sendable {
        case uncertain = "?"
        case approximate = "~"
        case uncertainAndApproximate = "%"
    }

    /// What the date specifies. An unspecified part (`X`) leaves the larger unit: `1944-XX` is a year whose month is not
    /// stated.
    package enum Precision: Hashable, Sendable {
        case day, month, year, decade, century, millennium
        case grouping(YearGrouping)
        /// A day or a month of one of several years that follow each other: `156X-12-25`.
        case dayOfYears, monthOfYears
        /// Of this year, as far as its significant digits say: `1950S2`.
        case estimate(Int)
        /// A year with an exponent of ten: `Y-17E7`.
        case exponential
        /// Any other digits, as written: `1X41`.
        case digits(String)
    }

    /// A day as written, in the calendar of the date.
    package struct Written: Hashable, Sendable {
        package var year: Int { Int(storedYear) }
        package var month: Int { Int(storedMonth) }
        package var day: Int { Int(storedDay) }

        // As compact as a `CalendarDay`: a date is copied many times before it is in its set.
        private let storedYear: Int32
        private let storedMonth, storedDay: Int8

        package init(_ year: Int, _ month: Int, _ day: Int) {
            storedYear = Int32(clamping: year)
            storedMonth = Int8(clamping: month)
            storedDay = Int8(clamping: day)
        }
    }

    /// The first and the last day that it can mean, in the Gregorian calendar.
    package let earliest, latest: CalendarDay
    /// The same in the calendar of the date.
    package let first, last: Written
    package let calendar: CalendarSystem
    package let precision: Precision
    /// What each of its parts says about itself.
    package let marks: Marks
    private let meant: Meant

    /// Which days from the first to the last are meant. Few dates have a template, which is as large as all the rest.
    private indirect enum Meant: Hashable, Sendable {
        case all
        case those(DateTemplate)
    }

    /// Creates a day of the Gregorian calendar.
    package init(_ day: CalendarDay) {
        let written = Written(day.year, day.month, day.day)
        (earliest, latest, first, last, calendar, precision) = (day, day, written, written, .gregorian, .day)
        (marks, meant) = (Marks(), .all)
    }

    /// Creates a date from days of a calendar; nil if it does not have them.
    init?(
        _ first: Written, _ last: Written, _ calendar: CalendarSystem, _ precision: Precision, _ marks: Marks,
        _ template: DateTemplate?
    ) {
        guard let earliest = calendar.day(year: first.year, month: first.month, day: first.day),
            let latest = first == last ? earliest : calendar.day(year: last.year, month: last.month, day: last.day)
        else { return nil }
        (self.earliest, self.latest, self.first, self.last) = (earliest, latest, first, last)
        (self.calendar, self.precision, self.marks) = (calendar, precision, marks)
        meant = template.map(Meant.those) ?? .all
    }

    /// Whether some days between the first and the last are not meant.
    var hasUnspecifiedDigits: Bool {
        if case .those = meant { true } else { false }
    }

    /// What all or some of its parts say about themselves; nil where they say nothing.
    package var qualifier: Qualifier? { marks.together }

    /// Whether a part says of itself what not all of them do.
    package var isQualifiedInPart: Bool {
        switch precision {
        case .day, .dayOfYears: marks.year != marks.month || marks.month != marks.day
        case .month, .monthOfYears, .grouping: marks.year != marks.month
        case .digits: marks.year != (marks.month ?? marks.year) || marks.year != (marks.day ?? marks.year)
        case .year, .decade, .century, .millennium, .estimate, .exponential: false
        }
    }

    /// By how many days a qualified date may be missed on either side: as many as it has, or where only parts are
    /// qualified, the smallest of these. 0 for one that is not.
    package var reach: Int {
        guard qualifier != nil else { return 0 }
        let isLarger = isQualifiedInPart && marks.day == nil
        if isLarger, marks.month == nil { return 366 }
        if isLarger, precision != .month { return 31 }
        return latest.ordinal - earliest.ordinal + 1
    }

    /// The days that it can mean.
    package var days: DayStretches {
        let hull = DayStretches.Stretch(earliest.ordinal, max(earliest.ordinal, latest.ordinal))
        guard case .those(let template) = meant else { return DayStretches([hull]) }
        return template.stretches(in: calendar).map { DayStretches($0) } ?? DayStretches([hull], isHull: true)
    }
}

extension EDTFDate {
    /// A part of a date that may be qualified by itself (EDTF level 2).
    package enum Part: Sendable {
        case year, month, day
    }

    /// What the parts of a date say about their own reliability.
    package struct Marks: Hashable, Sendable {
        package private(set) var year, month, day: Qualifier?

        var isEmpty: Bool { together == nil }

        /// What any of them says.
        var together: Qualifier? { Marks.joined(Marks.joined(year, month), day) }

        /// The parts that say it.
        package func parts(_ qualifier: Qualifier) -> [Part] {
            [(year, Part.year), (month, .month), (day, .day)].filter { $0.0 == qualifier }.map(\.1)
        }

        mutating func add(_ qualifier: Qualifier?, to parts: [Part]) {
            guard let qualifier else { return }
            for part in parts {
                switch part {
                case .year: year = Marks.joined(year, qualifier)
                case .month: month = Marks.joined(month, qualifier)
                case .day: day = Marks.joined(day, qualifier)
                }
            }
        }

        private static func joined(_ left: Qualifier?, _ right: Qualifier?) -> Qualifier? {
            guard let left, let right, left != right else { return left ?? right }
            return .uncertainAndApproximate
        }
    }
}

extension EDTFDate.Precision {
    /// What digits that are not all specified leave; nil where the days they mean do not follow each other.
    init?(of template: DateTemplate) {
        let (year, month, day) = (template.year, template.month, template.day)
        let hasNoDay = day.map { $0.count == 100 } ?? true
        if year.isKnown, let month, hasNoDay {
            if month.isKnown { self = .month } else if month.count == 100 { self = .year } else { return nil }
        } else if year.isRange, month.map({ $0.count == 100 }) ?? true, hasNoDay {
            self = year.count == 10 ? .decade : year.count == 100 ? .century : .millennium
        } else {
            return nil
        }
    }

    /// A month or a day of years that follow each other and are of one era; nil for anything else.
    init?(ofYears template: DateTemplate) {
        guard template.year.isRange, !template.year.isKnown, template.isNegative || template.year.low > 0,
            template.month?.isKnown == true
        else { return nil }
        let hasDay = template.day?.isKnown ?? false
        guard hasDay || template.day.map({ $0.count == 100 }) ?? true else { return nil }
        self = hasDay ? .dayOfYears : .monthOfYears
    }
}
