/// A date or an interval in the Extended Date/Time Format of ISO 8601-2, levels 0 and 1, as specified by the Library of
/// Congress: `1944`, `1944-08/1945-05`, `1945~`, `194X`, `1945-21`, `../1945-06`, `Y-17000`.
///
/// Every value has an earliest and a latest day, and all comparisons use these. A qualifier (`?`, `~`, `%`) does not
/// widen them, because the format does not say how far “about 1945” reaches; a check that would fail on such a date
/// stays `unresolved`.
package struct EDTF: Hashable, Sendable {
    /// The value as written.
    package let text: String
    package let start: Endpoint
    /// The same as `start` for a value that is not an interval.
    package let end: Endpoint

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

    package init(_ text: String) throws(EDTFError) {
        var parser = EDTFParser(text)
        (start, end) = try parser.parse()
        self.text = text
    }

    /// Creates a value from a text that has been parsed successfully before.
    package init(known text: String) {
        var parser = EDTFParser(text)
        (start, end) = (try? parser.parse()) ?? (.unknown, .unknown)
        self.text = text
    }

    /// The first day that the value can mean; nil if its start is open or unknown.
    package var earliest: CalendarDay? { start.date?.earliest }

    /// The last day that the value can mean; nil if its end is open or unknown.
    package var latest: CalendarDay? { end.date?.latest }
}

/// The reason why a text is not an EDTF value of levels 0 and 1.
package enum EDTFError: Error, Hashable, Sendable {
    /// The text stops being EDTF at `position`, in bytes from the start; 0 is the first byte.
    case syntax(position: Int)
    /// The syntax is correct, but the calendar or the clock has no such moment.
    case noSuchDay
    /// The interval ends before it begins.
    case reversed
}
