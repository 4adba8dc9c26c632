/// What lies between two bounds; nil is no bound.
protocol Bounded {
    associatedtype Bound: Comparable

    var low: Bound? { get }
    var high: Bound? { get }

    init(_ low: Bound?, _ high: Bound?)

    /// Whether something lies between what ends at `high` and what begins at `low`.
    static func isGap(from high: Bound, to low: Bound) -> Bool
}

extension Bounded {
    /// Returns what of it is within some limits; nil for nothing.
    func limited(to limits: Self) -> Self? {
        let low = [low, limits.low].compactMap { $0 }.max()
        let high = [high, limits.high].compactMap { $0 }.min()
        if let low, let high, low > high { return nil }
        return Self(low, high)
    }
}

extension Array where Element: Bounded {
    /// The elements in their order, those without a gap between them as one.
    var merged: [Element] {
        let byLow = sorted { left, right in
            guard let low = right.low else { return false }
            return left.low.map { $0 < low } ?? true
        }
        var merged: [Element] = []
        for element in byLow {
            guard let before = merged.last else {
                merged.append(element)
                continue
            }
            guard let high = before.high else { break }
            if let low = element.low, Element.isGap(from: high, to: low) {
                merged.append(element)
            } else {
                merged[merged.count - 1] = Element(before.low, element.high.map { Swift.max($0, high) })
            }
        }
        return merged
    }
}
