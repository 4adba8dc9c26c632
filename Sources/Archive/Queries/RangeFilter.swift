import Evidence

/// Two filters that are the ends of a range: records match by overlap.
struct RangeFilter<Bound: Comparable & Sendable>: FilterIndex {
    let filters: [Filter]
    private let index: IntervalIndex<Bound>
    private let ends: @Sendable (String) -> IntervalIndex<Bound>.Ends?

    private init(
        _ low: String, _ high: String, _ accepts: Filter.Accepted, _ intervals: [IntervalIndex<Bound>.Ends?],
        ends: @escaping @Sendable (String) -> IntervalIndex<Bound>.Ends?
    ) {
        filters = [Filter(name: low, accepts: accepts), Filter(name: high, accepts: accepts)]
        index = IntervalIndex(intervals)
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
        return .overlap(index.overlapping(low: from, high: to))
    }

    /// For the filters of a shelf that is in the order of the low ends; nil for any other.
    var orderByHigh: [UInt32]? { index.orderByHigh }

    private func values(
        of filter: Filter?, in query: Query, _ faults: inout [QueryError.Fault]
    ) -> [IntervalIndex<Bound>.Ends]? {
        guard let filter else { return nil }
        return query.filters[filter.name]?.compactMap { value in
            if let ends = ends(value) { return ends }
            faults.append(
                .init(parameter: filter.name, reason: .value(value, accepts: filter.accepts, nearest: nil)))
            return nil
        }
    }
}

extension RangeFilter where Bound == Int {
    /// `from` and `to`, by the days of periods.
    init(periods: [EDTF]) {
        self.init("from", "to", .date, periods.map(\.days)) { text in (try? EDTF(text))?.days }
    }
}

extension RangeFilter where Bound == Number {
    /// `min` and `max`, by what figures allow; nil for what is not known.
    init(intervals: [Interval?]) {
        self.init("min", "max", .number, intervals.map { $0.map { ($0.low, $0.high) } }) { text in
            Number(numeral: text).map { ($0, $0) }
        }
    }
}

extension EDTF {
    fileprivate var days: IntervalIndex<Int>.Ends { (earliest?.ordinal, latest?.ordinal) }
}
