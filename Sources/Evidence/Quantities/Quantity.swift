/// A figure as a source states it, and the interval that it stands for.
///
/// | qualifier | a count of `v` | a percentage of `v` |
/// | --- | --- | --- |
/// | `stated` | `v`, rounded to the thousand when it ends in `000`, to the hundred when in `00` | ± half its last digit |
/// | `about` | ± 10 % of `v`, and at least the rounding above | likewise |
/// | `more-than`, `less-than` | from `v` + 1, to `v` − 1 | from `v`, to `v` |
/// | `at-least`, `at-most` | from `v`, to `v` | likewise |
/// | `between` | from `low` to `high`, as they are given | likewise |
/// | `unknown` | any count | 0…100 |
///
/// An interval is never narrower than the words: the end of "more than 50 per cent" is kept in. Rounding is half up, so
/// that `63,000` is 62,500…63,499. A precision that the dataset states replaces the one that the zeros suggest.
package struct Quantity: Hashable, Sendable {
    /// The printed value; nil when the source says that it is not known, and for a range.
    package let value: Number?
    /// The ends of a range; nil for all other words.
    package let range: Interval?
    package let qualifier: Qualifier
    /// What the printed value is rounded to, when the dataset says so: 1, 10, 1,000…
    package let precision: Number?
    package let kind: UnitKind

    package init(_ value: Number?, _ qualifier: Qualifier = .stated, precision: Number? = nil, kind: UnitKind = .count)
    {
        self.value = value
        range = nil
        self.qualifier = qualifier
        self.precision = precision
        self.kind = kind
    }

    /// One range, "between 1.1 and 1.5 million".
    package init(between low: Number, and high: Number, kind: UnitKind = .count) {
        value = nil
        range = Interval(low, high)
        qualifier = .between
        precision = nil
        self.kind = kind
    }

    /// Whether the words say anything of the figure: all but "not known".
    package var isKnown: Bool { value != nil || range != nil }

    /// The one number that the words assert, if they assert one: "more than half" does not.
    package var point: Number? {
        switch qualifier {
        case .stated, .about: value
        case .moreThan, .lessThan, .atLeast, .atMost, .between, .unknown: nil
        }
    }

    /// Every value that the words allow.
    package var interval: Interval {
        guard let value else { return range ?? kind.range }
        let one: Number = kind == .count ? 1 : 0
        return switch qualifier {
        case .stated: clamped(rounding(value))
        case .about: clamped(rounding(value).union(tenth(around: value)))
        case .moreThan: clamped(Interval(value + one, kind.range.high))
        case .lessThan: clamped(Interval(.zero, value - one))
        case .atLeast: clamped(Interval(value, kind.range.high))
        case .atMost: clamped(Interval(.zero, value))
        case .between, .unknown: range ?? kind.range
        }
    }

    /// The values that round, half up, to `value`.
    private func rounding(_ value: Number) -> Interval {
        switch kind {
        case .percentage:
            let step = precision ?? Number(1).shifted(by: value.scale)
            let half = (step * 5).shifted(by: 1)
            return Interval(value - half, value + half)
        case .count:
            let step = precision?.whole ?? impliedPrecision(of: value)
            return Interval(value - Number(step / 2), value + Number((step - 1) / 2))
        }
    }

    /// What a count is read as rounded to: the dataset's word, or else its zeros. nil where rounding says nothing of
    /// the interval: for percentages, whose last digit does, and where the words set a bound or no figure.
    package var readPrecision: Number? {
        guard kind == .count, let value, qualifier == .stated || qualifier == .about else { return precision }
        return precision ?? Number(impliedPrecision(of: value))
    }

    private func impliedPrecision(of value: Number) -> Int64 {
        guard let whole = value.whole, whole != 0 else { return 1 }
        if whole % 1_000 == 0 { return 1_000 }
        return whole % 100 == 0 ? 100 : 1
    }

    private func tenth(around value: Number) -> Interval {
        let exact = value.shifted(by: 1)
        let margin = kind == .count ? Number((value.whole ?? 0) / 10) : exact
        return Interval(value - margin, value + margin)
    }

    private func clamped(_ interval: Interval) -> Interval {
        let low = max(interval.low ?? .zero, .zero)
        guard let top = kind.range.high else { return Interval(low, interval.high.map { max($0, low) }) }
        return Interval(min(low, top), min(max(interval.high ?? top, low), top))
    }
}
