/// A figure as a source states it, and the interval that it stands for.
///
/// | qualifier | a count of `v` | a measure or a percentage of `v` |
/// | --- | --- | --- |
/// | `stated` | `v`, rounded to the thousand when it ends in `000`, to the hundred when in `00` | ± half its last digit |
/// | `about` | ± 10 % of `v`, and at least 1 and the rounding above | ± 10 % of `v`, and at least the rounding above |
/// | `more-than`, `less-than` | from `v` + 1, to `v` − 1 | from `v`, to `v` |
/// | `at-least`, `at-most` | from `v`, to `v` | likewise |
/// | `between` | from `low` to `high`, as they are given | likewise |
/// | `unknown` | all that the unit allows | likewise |
///
/// Where the printed number is the value divided by a power of ten ("1.2 million"), or has more zeros than the value
/// ("10.0 per cent"), its last digit is the precision, as ``PrintedNumber`` finds it. The zeros of a measure count as those
/// of a count do, where nothing stands after the point. "One in eight" is from 1 ÷ 8½ to 1 ÷ 7½.
///
/// An interval is never narrower than the words, and within the bounds of the unit: the end of "more than 50 per cent" is
/// kept in. Rounding of counts is half up, so that `63,000` is 62,500…63,499; below zero, where half down is as good, both
/// ends are kept in. A precision that the dataset states replaces the one that the digits suggest.
package struct Quantity: Hashable, Sendable {
    /// The printed value; nil when the source says that it is not known, and for a range.
    package let value: Number?
    /// The ends of a range; nil for all other words.
    package let range: Interval?
    /// nil for all words but "one in eight".
    package let ratio: Ratio?
    package let qualifier: Qualifier
    /// What the printed value is rounded to, when the dataset or the printed digits say so: 1, 1,000, of a percentage 0.1…
    package let precision: Number?
    package let unit: Unit
    /// Every value that the words allow, where they say it in another unit.
    private let converted: Interval?

    private init(
        _ value: Number?, _ range: Interval?, _ ratio: Ratio?, _ qualifier: Qualifier, precision: Number?,
        in unit: Unit,
        converted: Interval? = nil
    ) {
        self.value = value
        self.range = range
        self.ratio = ratio
        self.qualifier = qualifier
        self.precision = precision
        self.unit = unit
        self.converted = converted
    }

    package init(
        _ value: Number?, _ qualifier: Qualifier = .stated, precision: Number? = nil, in unit: Unit = Unit(.count)
    ) {
        self.init(value, nil, nil, qualifier, precision: precision, in: unit)
    }

    /// One range, "between 1.1 and 1.5 million".
    package init(between low: Number, and high: Number, in unit: Unit = Unit(.count)) {
        self.init(nil, Interval(low, high), nil, .between, precision: nil, in: unit)
    }

    /// One ratio, "one in eight".
    package init(
        _ ratio: Ratio, _ qualifier: Qualifier = .stated, precision: Number? = nil, in unit: Unit = Unit(.percentage)
    ) {
        self.init(ratio.value(unit.kind), nil, ratio, qualifier, precision: precision, in: unit)
    }

    /// The quantity with the precision that the printed digits say, where the dataset says none. Figures of a table in
    /// thousands are scaled.
    package func read(as printed: String, isScaled: Bool = false) -> Quantity {
        guard precision == nil, ratio == nil, let value,
            let precision = PrintedNumber.precision(of: value, in: printed, isScaled: isScaled, kind: kind)
        else { return self }
        return Quantity(value, qualifier, precision: precision, in: unit)
    }

    /// Returns the quantity in another unit, exactly; one of its own is `factor` of that.
    package func converted(by factor: Number, to unit: Unit) -> Quantity {
        let exactly = Interval(factor, factor)
        return Quantity(
            value.flatMap { .product($0, factor) }, range.map { $0 * exactly }, nil, qualifier,
            precision: precision.flatMap { .product($0, factor) }, in: unit, converted: interval * exactly)
    }

    package var kind: UnitKind { unit.kind }

    private var bounds: Interval { unit.bounds }

    /// Whether the words say it in another unit.
    package var isConverted: Bool { converted != nil }

    /// Whether the words say anything of the figure: all but "not known".
    package var isKnown: Bool { value != nil || range != nil }

    /// The one number that the words assert, if they assert one: "more than half" does not.
    package var point: Number? {
        switch qualifier {
        case .stated, .about: value
        case .moreThan, .lessThan, .atLeast, .atMost, .between, .unknown: nil
        }
    }

    /// Every value that the words and the unit allow.
    package var interval: Interval {
        if let converted { return converted }
        guard let value else { return range ?? bounds }
        let one: Number = kind == .count ? 1 : 0
        let words =
            switch qualifier {
            case .stated: rounding(value)
            case .about: rounding(value).union(tenth(around: value))
            case .moreThan: Interval(value + one, bounds.high)
            case .lessThan: Interval(bounds.low, value - one)
            case .atLeast: Interval(value, bounds.high)
            case .atMost: Interval(bounds.low, value)
            case .between, .unknown: range ?? bounds
            }
        return words.clamped(to: bounds)
    }

    /// The values that round to `value`.
    private func rounding(_ value: Number) -> Interval {
        if precision == nil, let ratio { return ratio.interval(kind) }
        let step = precision ?? impliedPrecision(of: value)
        if kind == .count, let step = step.whole {
            return Interval(value - Number(step / 2), value + Number((value < 0 ? step : step - 1) / 2))
        }
        let half = (step * 5).shifted(by: 1)
        return Interval(value - half, value + half)
    }

    /// What a figure is read as rounded to: the dataset's word, what the printed digits say, or else its zeros. nil where
    /// rounding says nothing of the interval: for decimals, whose last digit does, and where the words set a bound or no
    /// figure.
    package var readPrecision: Number? {
        guard kind != .percentage, ratio == nil, let value, qualifier == .stated || qualifier == .about else {
            return precision
        }
        return precision ?? (value.isWhole ? impliedPrecision(of: value) : nil)
    }

    /// With how many decimals the value is printed, zeros at its end included: 2 of "12.50". Of one that is worked out,
    /// such as one in another unit, those that it has.
    package var decimals: Int {
        guard let value, value.isDecimal else { return 0 }
        guard converted == nil, let precision, precision.isDecimal, precision.digits == 1 else { return value.scale }
        return max(value.scale, precision.scale)
    }

    private func impliedPrecision(of value: Number) -> Number {
        guard kind != .percentage, let whole = value.whole, whole != 0 else {
            return Number(digits: 1, scale: value.scale)
        }
        if whole % 1_000 == 0 { return 1_000 }
        return whole % 100 == 0 ? 100 : 1
    }

    private func tenth(around value: Number) -> Interval {
        let exact = value.magnitude.shifted(by: 1)
        let margin = kind == .count ? max(1, exact.rounded(to: 0, .down)) : exact
        return Interval(value - margin, value + margin)
    }
}
