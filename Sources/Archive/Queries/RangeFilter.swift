import Evidence
import Foundations

/// Two filters that are the ends of a range. Records match if their interval overlaps it.
struct RangeFilter: FilterIndex {
    let filters: [Filter]
    /// The positions in the order of high ends, if the table is in the order of low ends; otherwise nil.
    let orderByHigh: [UInt32]?
    /// Finds what overlaps the range between the lowest of the `low` and the highest of the `high` values; nil for an
    /// end without a filter.
    private let overlapping: @Sendable (_ low: [String]?, _ high: [String]?) -> Found
    /// The record that each interval belongs to, and the number of records; nil if no record has more than one
    /// interval.
    private let owners: (positions: [UInt32], table: Int)?

    private enum Found {
        case overlap(Overlap)
        /// The lower end is above the upper one.
        case nothing
        /// Invalid values, each with the index of its filter.
        case wrong([(filter: Int, reason: QueryError.Reason)])
    }

    /// Parses the value of one end, or returns the reason why it is invalid.
    private typealias Ends<Bound: Comparable & Sendable> =
        @Sendable (String) -> Result<IntervalIndex<Bound>.Ends, QueryError.Reason>

    /// Creates filters for records with at most one interval. A record without one matches no range.
    @inline(__always)
    private init<Bound>(
        _ names: [String], _ accepts: Filter.Accepted, _ intervals: [IntervalIndex<Bound>.Ends?],
        owners: (positions: [UInt32], table: Int)? = nil, ends: @escaping Ends<Bound>
    ) {
        let index = IntervalIndex(intervals)
        filters = names.map { Filter(name: $0, accepts: accepts) }
        orderByHigh = owners == nil ? index.orderByHigh : nil
        self.owners = owners
        overlapping = { low, high in RangeFilter.find(low, high, in: index, ends: ends) }
    }

    /// Creates filters for records that may have several intervals.
    @inline(__always)
    private init<Bound>(
        _ names: [String], _ accepts: Filter.Accepted, _ intervals: [[IntervalIndex<Bound>.Ends]],
        ends: @escaping Ends<Bound>
    ) {
        let owners = intervals.enumerated().flatMap { position, own in own.map { _ in UInt32(clamping: position) } }
        self.init(names, accepts, intervals.flatMap { $0 }, owners: (owners, intervals.count), ends: ends)
    }

    @inline(__always)
    private static func find<Bound>(
        _ low: [String]?, _ high: [String]?, in index: IntervalIndex<Bound>, ends: @escaping Ends<Bound>
    ) -> Found {
        var wrong: [(filter: Int, reason: QueryError.Reason)] = []
        // Alternatives for one end are half-lines, and the widest contains the others; a value without that end is
        // unbounded.
        var (from, to): (Bound?, Bound?)
        var (isFromOpen, isToOpen) = (false, false)
        for text in low ?? [] {
            switch ends(text) {
            case .success((let low?, _)): from = from.map { min($0, low) } ?? low
            case .success: isFromOpen = true
            case .failure(let reason): wrong.append((0, reason))
            }
        }
        for text in high ?? [] {
            switch ends(text) {
            case .success((_, let high?)): to = to.map { max($0, high) } ?? high
            case .success: isToOpen = true
            case .failure(let reason): wrong.append((1, reason))
            }
        }
        guard wrong.isEmpty else { return .wrong(wrong) }
        (from, to) = (isFromOpen ? nil : from, isToOpen ? nil : to)
        if let from, let to, to < from { return .nothing }
        return .overlap(index.overlapping(low: from, high: to))
    }

    func matches(_ query: Query, faults: inout [QueryError.Fault]) -> Matches? {
        guard filters.count == 2 else { return nil }
        let (low, high) = (query.filters[filters[0].name], query.filters[filters[1].name])
        guard low != nil || high != nil else { return nil }
        switch overlapping(low, high) {
        case .nothing: faults.append(.init(parameter: filters[0].name, reason: .above(filters[1].name)))
        case .wrong(let wrong): faults += wrong.map { .init(parameter: filters[$0.filter].name, reason: $0.reason) }
        case .overlap(let overlap):
            guard let owners else { return .overlap(overlap) }
            let found = Selection([.overlap(overlap)], table: owners.positions.count).positions
            return .list(
                PostingList(unsorted: found.map { owners.positions[$0] }[...], table: owners.table), byHigh: nil)
        }
        return nil
    }
}

/// Ranges of days.
extension RangeFilter {
    private static let ends = ["from", "to"]

    /// Creates `from` and `to` for records with one period each, whose open ends reach as far as `openEnds` says.
    init(periods: [EDTF], openEnds: OpenEnds) {
        self.init(RangeFilter.ends, .date, periods.map(openEnds.days), ends: RangeFilter.days)
    }

    /// Creates `from` and `to` for records that have several periods or none.
    init(periods: [[EDTF]], openEnds: OpenEnds) {
        self.init(RangeFilter.ends, .date, periods.map { $0.map(openEnds.days) }, ends: RangeFilter.days)
    }

    /// Creates `from` and `to` for events: `dates` are those that place them in the table, which sources that date one
    /// differently need not share. Where none has several, the filter keeps the order of their ends.
    init(dates: [EDTF], of events: [Event], openEnds: OpenEnds) {
        guard events.contains(where: \.hasClaims) else {
            self.init(periods: dates, openEnds: openEnds)
            return
        }
        let days = zip(dates, events).map { date, event in
            (event.hasClaims ? event.dates : [date]).map(openEnds.days)
        }
        self.init(RangeFilter.ends, .date, days, ends: RangeFilter.days)
    }

    @Sendable private static func days(of text: String) -> Result<IntervalIndex<Int>.Ends, QueryError.Reason> {
        do throws(EDTFError) {
            let date = try EDTF(text)
            // An open end of the query asks for everything on that side.
            return .success((date.earliest?.ordinal, date.latest?.ordinal))
        } catch {
            return .failure(.date(text, error))
        }
    }
}

/// Ranges of figures.
extension RangeFilter {
    /// Creates `min` and `max` for the intervals of figures; nil for an unknown figure.
    init(intervals: [Interval?]) {
        self.init(["min", "max"], .number, intervals.map { $0.map { ($0.low, $0.high) } }) { text in
            guard let number = Number(numeral: text) else {
                return .failure(.value(text, accepts: .number, nearest: nil))
            }
            return .success((number, number))
        }
    }
}
