/// The values that something can have: spans in their order, apart from each other. None where there is no value.
struct LimitSet {
    /// More spans than these are taken for one.
    static let most = 64

    let spans: [LimitSpan]
    /// Whether it is not more than there is.
    let isExact: Bool

    init(_ span: LimitSpan) {
        spans = [span]
        isExact = true
    }

    /// Creates a set of spans in any order, of which some may have values in common.
    init(_ spans: [LimitSpan], isExact: Bool = true) {
        guard spans.count > 1 else {
            self.spans = spans
            self.isExact = isExact
            return
        }
        var merged: [LimitSpan] = []
        for next in spans.sorted(by: { LimitSet.isBefore($0.low, $1.low) }) {
            guard let last = merged.last, !last.intersection(next).isEmpty else {
                merged.append(next)
                continue
            }
            let high = last.high.flatMap { high in next.high.map { max(high, $0) } }
            merged[merged.count - 1] = LimitSpan(last.low, high)
        }
        let isTooMuch = merged.count > LimitSet.most
        self.spans = isTooMuch ? [LimitSpan(merged.first?.low, merged.last?.high)] : merged
        self.isExact = isExact && !isTooMuch
    }

    private static func isBefore(_ low: Limit?, _ other: Limit?) -> Bool {
        guard let low else { return other != nil }
        return other.map { low < $0 } ?? false
    }

    /// The lowest and the highest value; nil where there is no value.
    var hull: LimitSpan? {
        guard let first = spans.first, let last = spans.last else { return nil }
        return LimitSpan(first.low, last.high)
    }

    func intersection(_ other: LimitSet) -> LimitSet {
        LimitSet(
            spans.flatMap { own in other.spans.map(own.intersection).filter { !$0.isEmpty } },
            isExact: isExact && other.isExact)
    }

    func sum(_ other: LimitSet) -> LimitSet {
        LimitSet(spans.flatMap { own in other.spans.map { own.sum($0) } }, isExact: isExact && other.isExact)
    }

    var size: Int { spans.count }

    func times(_ factor: Rational) -> LimitSet {
        LimitSet(spans.map { $0.times(factor) }, isExact: isExact)
    }

    func replaced(by span: LimitSpan) -> LimitSet { LimitSet([span], isExact: isExact) }
}
