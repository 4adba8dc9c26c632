package import Evidence

/// How far the open and unknown ends of dates reach when a list is asked for a time: to the ends of the dataset's period.
///
/// “Before 25 November 1946” may be any day before, but that does not make it part of every year. What is dated outside
/// the period itself reaches as far as its own date says.
package struct OpenEnds: Hashable, Sendable {
    /// The first day of the dataset's period; nil where that is open itself, so that open starts have no bound.
    package let first: CalendarDay?
    /// The last day of the dataset's period; nil where that is open itself.
    package let last: CalendarDay?

    package init(of dataset: Dataset) {
        (first, last) = (dataset.identity.period.earliest, dataset.identity.period.latest)
    }

    /// Returns the first and the last day of a date as ordinals of `CalendarDay`; nil for an end without bound.
    func days(of date: EDTF) -> IntervalIndex<Int>.Ends {
        let low = date.earliest ?? first.map { min($0, date.end.date?.earliest ?? $0) }
        let high = date.latest ?? last.map { max($0, date.start.date?.latest ?? $0) }
        return (low?.ordinal, high?.ordinal)
    }
}
