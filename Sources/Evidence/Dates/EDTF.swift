/// A date or an interval in the Extended Date/Time Format of ISO 8601-2, levels 0 and 1, as the Library of Congress
/// specifies it: `1944`, `1944-08/1945-05`, `1945~`, `194X`, `1945-21`, `../1945-06`, `Y-17000`.
///
/// Every value has an earliest and a latest day, and all comparison goes through these. A qualifier (`?`, `~`, `%`) does
/// not widen them: how far "about 1945" reaches is not the format's to say; a check that such a date would fail
/// stays `unresolved`.
package struct EDTF: Hashable, Sendable {
    /// As written.
    package let text: String
    package let start: Endpoint
    /// The same as `start` for a value that is no interval.
    package let end: Endpoint

    /// One end of an interval.
    package enum Endpoint: Hashable, Sendable {
        case date(EDTFDate)
        /// `..`: without bound.
        case open
        /// Empty: there is a bound, and it is not known.
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

    /// A value that was read before, by its text.
    package init(known text: String) {
        var parser = EDTFParser(text)
        (start, end) = (try? parser.parse()) ?? (.unknown, .unknown)
        self.text = text
    }

    /// The first day that the value can mean; nil when its start is open or unknown.
    package var earliest: CalendarDay? { start.date?.earliest }

    /// The last day that the value can mean; nil when its end is open or unknown.
    package var latest: CalendarDay? { end.date?.latest }
}

/// Why a text is no EDTF value of levels 0 and 1.
package enum EDTFError: Error, Hashable, Sendable {
    /// `position` bytes from the start, 0 for the first, the text stops being EDTF.
    case syntax(position: Int)
    /// The form is right, and the calendar or the clock has no such moment.
    case noSuchDay
    /// The interval ends before it begins.
    case reversed
}
