/// A date or an interval in the Extended Date/Time Format of ISO 8601-2, levels 0, 1 and 2, as specified by the Library of
/// Congress: `1944`, `1944-08/1945-05`, `1945~`, `194X`, `1945-21`, `../1945-06`, `[1667,1670..1672]`, `Y-17E7`.
///
/// Every value has an earliest and a latest day of the Gregorian calendar, and all comparisons use these. A qualifier
/// (`?`, `~`, `%`) does not widen them: how far “about 1945” reaches, the format does not say. `Dating` has what checks
/// make of it.
package struct EDTF: Hashable, Sendable {
    /// The value as written.
    package let text: String
    /// The calendar whose days the text names.
    package let calendar: CalendarSystem
    package let start: Endpoint
    /// The same as `start` for a value that is not an interval.
    package let end: Endpoint
    /// The dates that stand in place of one; nil for a single date and for an interval.
    package let set: EDTFSet?

    /// One end of an interval.
    package enum Endpoint: Hashable, Sendable {
        case date(EDTFDate)
        /// `..`: there is no bound.
        case open
        /// Empty: there is a bound, but it is not known.
        case unknown

        package var date: EDTFDate? {
            if case .date(let date) = self { date } else { nil }
        }
    }

    package init(_ text: String, calendar: CalendarSystem = .gregorian) throws(EDTFError) {
        var parser = EDTFParser(text, calendar)
        (start, end, set) = try parser.parse()
        self.text = text
        self.calendar = calendar
    }

    /// Creates a value from a text that has been parsed successfully before.
    package init(known text: String, calendar: CalendarSystem = .gregorian) {
        var parser = EDTFParser(text, calendar)
        (start, end, set) = (try? parser.parse()) ?? (.unknown, .unknown, nil)
        self.text = text
        self.calendar = calendar
    }

    /// The value as EDTF of the Gregorian calendar, which is the only one of that format: the text itself, unless it
    /// names days of another calendar; beyond the year 9999, on either side of the year 0, years that hold it. “Some day
    /// of” a converted month is a set of days, all of it an interval.
    package func gregorianText(_ sense: Dating.Sense) -> String {
        guard calendar != .gregorian else { return text }
        if let set {
            let elements = set.elements.map { EDTF.gregorianText($0.start, $0.end, "..") }.joined(separator: ",")
            return set.choice == .oneOf ? "[\(elements)]" : "{\(elements)}"
        }
        guard start == end, sense == .someDay, let date = start.date, date.earliest != date.latest else {
            return EDTF.gregorianText(start, end, "/")
        }
        return "[\(EDTF.gregorianText(start, end, ".."))]"
    }

    private static func gregorianText(_ start: Endpoint, _ end: Endpoint, _ between: String) -> String {
        let first = gregorianText(start, \.earliest, open: between == ".." ? "" : "..")
        let last = gregorianText(end, \.latest, open: between == ".." ? "" : "..")
        return first == last ? first : first + between + last
    }

    private static func gregorianText(_ end: Endpoint, _ day: (EDTFDate) -> CalendarDay, open: String) -> String {
        switch end {
        case .date(let date): gregorianText(day(date)) + (date.qualifier.map { String($0.rawValue) } ?? "")
        case .open: open
        case .unknown: ""
        }
    }

    /// EDTF has no days in years of more than four digits: there the year stands for the day.
    private static func gregorianText(_ day: CalendarDay) -> String {
        day.year.magnitude > 9_999 ? "Y\(day.year)" : day.description
    }

    /// The most stretches of days into which the value is taken apart.
    package var mostStretches: Int {
        let ends = set.map { $0.elements.flatMap { [$0.start, $0.end] } } ?? [start, end]
        return ends.reduce(0) { $0 + ($1.date?.hasUnspecifiedDigits == true ? DateTemplate.stretchLimit : 1) }
    }

    /// The first day that the value can mean; nil if its start is open or unknown.
    package var earliest: CalendarDay? { start.date?.earliest }

    /// The last day that the value can mean; nil if its end is open or unknown.
    package var latest: CalendarDay? { end.date?.latest }
}

/// The reason why a text is not an EDTF value that is taken.
package enum EDTFError: Error, Hashable, Sendable {
    /// The text stops being EDTF at `position`, in bytes from the start; 0 is the first byte.
    case syntax(position: Int)
    /// The syntax is correct, but the calendar or the clock has no such moment.
    case noSuchDay
    /// The interval ends before it begins.
    case reversed
    /// It is EDTF, and names a year beyond ±999,999,999, or more than a hundred dates.
    case notTaken
}
