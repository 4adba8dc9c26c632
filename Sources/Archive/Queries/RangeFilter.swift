import Evidence
import Foundations

/// Two filters that are the ends of a range: records match by overlap.
struct RangeFilter: FilterIndex {
    let filters: [Filter]
    /// For the filters of a table that is in the order of the low ends: the positions in the order of the high ends; nil
    /// for any other.
    let orderByHigh: [UInt32]?
    /// What overlaps the range between the lowest and the highest of some values; nil for an end that is not asked for.
    private let overlapping: @Sendable (_ low: [String]?, _ high: [String]?) -> Found
    /// Whose each interval is, and how many records there are; nil where no record has more than one.
    private let owners: (positions: [UInt32], table: Int)?

    private enum Found {
        case overlap(Overlap)
        /// The lower end is above the upper one.
        case nothing
        /// Values that are not accepted, with the number of their filter.
        case wrong([(filter: Int, reason: QueryError.Reason)])
    }

    /// Reads the value of one end; the reason where that is not what it accepts.
    private typealias Ends<Bound: Comparable & Sendable> =
        @Sendable (String) -> Result<IntervalIndex<Bound>.Ends, QueryError.Reason>

    /// A record that has no interval matches no range.
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

    /// For records that may have several intervals.
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
        // Alternatives for one end are half-lines, and the widest contains the others; one without an end has no bound.
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

/// By days.
extension RangeFilter {
    private static let ends = ["from", "to"]

    /// `from` and `to`, by the days of periods.
    init(periods: [EDTF]) {
        self.init(RangeFilter.ends, .date, periods.map { $0.days }, ends: RangeFilter.days)
    }

    /// The same for records that speak of several periods, or of none.
    init(periods: [[EDTF]]) {
        self.init(RangeFilter.ends, .date, periods.map { $0.map(\.days) }, ends: RangeFilter.days)
    }

    @Sendable private static func days(of text: String) -> Result<IntervalIndex<Int>.Ends, QueryError.Reason> {
        do throws(EDTFError) {
            return .success(try EDTF(text).days)
        } catch {
            return .failure(.date(text, error))
        }
    }
}

/// By figures.
extension RangeFilter {
    /// `min` and `max`, by what figures allow; nil for what is not known.
    init(intervals: [Interval?]) {
        self.init(["min", "max"], .number, intervals.map { $0.map { ($0.low, $0.high) } }) { text in
            guard let number = Number(numeral: text) else {
                return .failure(.value(text, accepts: .number, nearest: nil))
            }
            return .success((number, number))
        }
    }
}

extension EDTF {
    fileprivate var days: IntervalIndex<Int>.Ends { (earliest?.ordinal, latest?.ordinal) }
}
