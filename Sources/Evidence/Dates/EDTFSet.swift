/// Several dates in place of one: `[1667,1670..1672]`, one of them, or `{1241,1242}`, all of them (EDTF level 2).
package struct EDTFSet: Hashable, Sendable {
    package enum Choice: Sendable {
        case oneOf, allOf
    }

    /// A date, or the dates from one to another.
    package struct Element: Hashable, Sendable {
        /// The same for a single date. Open at the beginning of a set, or at its end.
        package let start, end: EDTF.Endpoint
    }

    /// The most dates that one set may name.
    static let mostElements = 100

    package let choice: Choice
    /// At least one, in the order of the text.
    package let elements: [Element]

    /// The end that comes first of all, and the one that comes last.
    var bounds: (start: EDTF.Endpoint, end: EDTF.Endpoint) {
        let starts = elements.map(\.start)
        let ends = elements.map(\.end)
        let first = starts.min { EDTFSet.day($0, \.earliest) < EDTFSet.day($1, \.earliest) }
        let last = ends.max { EDTFSet.day($0, \.latest) < EDTFSet.day($1, \.latest) }
        return (
            starts.contains(.open) ? .open : first ?? .open,
            ends.contains(.open) ? .open : last ?? .open
        )
    }

    private static func day(_ end: EDTF.Endpoint, _ day: (EDTFDate) -> CalendarDay) -> Int {
        end.date.map { day($0).ordinal } ?? 0
    }
}
