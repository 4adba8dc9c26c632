import Evidence

/// Two filters that are the ends of a range: records match by overlap.
struct RangeFilter<Bound: Comparable & Sendable>: FilterIndex {
    let filters: [Filter]
    private let index: IntervalIndex<Bound>
    /// Whose each interval is, and how many records there are; nil where no record has more than one.
    private let owners: (positions: [UInt32], shelf: Int)?
    private let ends: Ends

    /// Reads the value of one end; the reason where that is not what it accepts.
    private typealias Ends = @Sendable (String) -> Result<IntervalIndex<Bound>.Ends, QueryError.Reason>

    /// A record that has no interval matches no range.
    private init(
        _ names: [String], _ accepts: Filter.Accepted, _ intervals: [IntervalIndex<Bound>.Ends?], ends: @escaping Ends
    ) {
        filters = names.map { Filter(name: $0, accepts: accepts) }
        index = IntervalIndex(intervals)
        owners = nil
        self.ends = ends
    }

    /// For records that may have several intervals.
    private init(
        _ names: [String], _ accepts: Filter.Accepted, _ intervals: [[IntervalIndex<Bound>.Ends]], ends: @escaping Ends
    ) {
        filters = names.map { Filter(name: $0, accepts: accepts) }
        index = IntervalIndex(intervals.flatMap { $0 })
        let positions = intervals.enumerated().flatMap { position, own in own.map { _ in UInt32(clamping: position) } }
        owners = (positions, intervals.count)
        self.ends = ends
    }

    func matches(_ query: Query, faults: inout [QueryError.Fault]) -> Matches? {
        let low = values(of: filters.first, in: query, &faults)
        let high = values(of: filters.last, in: query, &faults)
        guard low != nil || high != nil else { return nil }
        // Alternatives for one end are half-lines, and the widest contains the others.
        let lows = low?.map(\.low) ?? [nil]
        let highs = high?.map(\.high) ?? [nil]
        let from = lows.contains { $0 == nil } ? nil : lows.compactMap { $0 }.min()
        let to = highs.contains { $0 == nil } ? nil : highs.compactMap { $0 }.max()
        if let from, let to, to < from, let low = filters.first, let high = filters.last {
            faults.append(.init(parameter: low.name, reason: .above(high.name)))
            return nil
        }
        let overlap = index.overlapping(low: from, high: to)
        guard let owners else { return .overlap(overlap) }
        let found = Selection([.overlap(overlap)], shelf: owners.positions.count).positions
        return .list(PostingList(unsorted: found.map { owners.positions[$0] }[...], shelf: owners.shelf), byHigh: nil)
    }

    /// For the filters of a shelf that is in the order of the low ends; nil for any other.
    var orderByHigh: [UInt32]? { owners == nil ? index.orderByHigh : nil }

    private func values(
        of filter: Filter?, in query: Query, _ faults: inout [QueryError.Fault]
    ) -> [IntervalIndex<Bound>.Ends]? {
        guard let filter else { return nil }
        return query.filters[filter.name]?.compactMap { value in
            switch ends(value) {
            case .success(let ends): return ends
            case .failure(let reason):
                faults.append(.init(parameter: filter.name, reason: reason))
                return nil
            }
        }
    }
}

extension RangeFilter where Bound == Int {
    private static var names: [String] { ["from", "to"] }

    /// `from` and `to`, by the days of periods.
    init(periods: [EDTF]) {
        self.init(RangeFilter.names, .date, periods.map { $0.days }, ends: RangeFilter.days)
    }

    /// The same for records that speak of several periods, or of none.
    init(periods: [[EDTF]]) {
        self.init(RangeFilter.names, .date, periods.map { $0.map(\.days) }, ends: RangeFilter.days)
    }

    @Sendable private static func days(of text: String) -> Result<IntervalIndex<Int>.Ends, QueryError.Reason> {
        do throws(EDTFError) {
            return .success(try EDTF(text).days)
        } catch {
            return .failure(.date(text, error))
        }
    }
}

extension RangeFilter where Bound == Number {
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
