/// Several dates in place of one: `[1667,1670..1672]`, one of them, or `{1241,1242}`, all of them (EDTF level 2).
package struct EDTFSet: Hashable, Sendable {
    package enum Choice: Sendable {
        case oneOf, allOf
    }

    /// A date, or the dates from one to another.
    package struct Element: Hashable, Sendable {
        /// Open at the beginning of a set.
        package let start: EDTF.Endpoint
        private let last: Last

        /// Few elements have an end of their own, which is as large as the start.
        private indirect enum Last: Hashable, Sendable {
            case same
            case other(EDTF.Endpoint)
        }

        /// Without an end of its own, it is a single date.
        init(start: EDTF.Endpoint, end: EDTF.Endpoint? = nil) {
            self.start = start
            last = end.map(Last.other) ?? .same
        }

        /// The same as the start for a single date. Open at the end of a set.
        package var end: EDTF.Endpoint {
            if case .other(let end) = last { end } else { start }
        }
    }

    /// The most dates that one set may name.
    static let mostElements = 100

    package let choice: Choice
    /// At least one, in the order of the text.
    package let elements: [Element]

    /// The end that comes first of all, and the one that comes last.
    var bounds: (start: EDTF.Endpoint, end: EDTF.Endpoint) {
        let first = outermost(<) { $0.start.date?.earliest }
        let last = outermost(>) { $0.end.date?.latest }
        return (first.map { elements[$0].start } ?? .open, last.map { elements[$0].end } ?? .open)
    }

    /// Returns the place of the first element whose day is further than all others; nil where one is open.
    private func outermost(
        _ isFurther: (CalendarDay, CalendarDay) -> Bool, _ day: (Element) -> CalendarDay?
    ) -> Int? {
        var found: (day: CalendarDay, place: Int)?
        for (place, element) in elements.enumerated() {
            guard let day = day(element) else { return nil }
            if found.map({ isFurther(day, $0.day) }) ?? true { found = (day, place) }
        }
        return found?.place
    }
}
