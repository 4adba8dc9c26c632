import Evidence

/// An axis of numbers: it maps numbers to positions, and has ticks at round numbers.
///
/// Values that span more than three orders of magnitude are on a logarithmic axis, since on any other the small ones could
/// not be told apart. Where zero or negative values are among them, it is logarithmic on either side of zero.
struct NumberScale {
    /// How numbers become distances.
    enum Kind: Equatable {
        case linear
        /// From tick to tick, numbers grow tenfold.
        case logarithmic
        /// Linear around zero, up to about this magnitude, and logarithmic on either side of that.
        case symmetric(Double)
    }

    /// The ratio of the largest to the smallest magnitude above which the axis is logarithmic.
    fileprivate static let widest = 1_000.0

    let kind: Kind
    /// The positions that the axis covers; unbounded ends are drawn up to them.
    let span: ClosedRange<Double>
    /// The places of the ends, as `place` returns them.
    private let domain: ClosedRange<Double>
    /// The round numbers with ticks, in ascending order.
    let ticks: [Number]
    /// The ticks that have a label.
    let labelled: [Number]

    /// Creates an axis from the lowest to the highest value plus a margin, or from zero if `isFromZero` and it is linear.
    /// `isOpen` leaves room for ranges without an end there. With `isStacked`, lengths are compared, so that it is linear
    /// whatever the values. `fits` returns whether there is room for the labels of such ticks.
    init(
        over values: [Number], isFromZero: Bool = false, isStacked: Bool = false,
        isOpen: (low: Bool, high: Bool) = (false, false), on span: ClosedRange<Double>,
        fits: ([Number], NumberScale) -> Bool = { _, _ in true }
    ) {
        let kind = isStacked ? .linear : Kind(over: values)
        let isFromZero = isFromZero && kind == .linear
        let places = values.map { kind.place($0.double) } + (isFromZero || values.isEmpty ? [0] : [])
        var low = places.min() ?? 0
        var high = places.max() ?? 0
        if high <= low { high = low + max(abs(low) * 0.1, 1) }
        let room = (high - low) * 0.06
        if isOpen.low {
            low -= room * 4
        } else if kind != .linear || low < 0 {
            low -= room
        } else if low > 0, !isFromZero {
            low = max(0, low - room)
        }
        high += isOpen.high ? (high - low) * 0.25 : room
        self.init(kind: kind, span: span, domain: low...high)
        // A range from zero without an upper end does not determine the length of the axis.
        guard values.contains(where: { $0 != .zero }) else {
            self = NumberScale(kind: kind, span: span, domain: domain, ticks: [.zero], labelled: [.zero])
            return
        }
        self = kind == .linear ? even(areWhole: values.allSatisfy(\.isWhole), fits) : tenfold(fits)
    }

    private init(
        kind: Kind, span: ClosedRange<Double>, domain: ClosedRange<Double>, ticks: [Number] = [],
        labelled: [Number] = []
    ) {
        self.kind = kind
        self.span = span
        self.domain = domain
        self.ticks = ticks
        self.labelled = labelled
    }

    private func with(_ ticks: [Number], labelled: [Number]) -> NumberScale {
        NumberScale(kind: kind, span: span, domain: domain, ticks: ticks, labelled: labelled)
    }

    /// Whether zero is on the axis, or there is none to be missed.
    var hasZero: Bool { kind != .linear || domain.contains(0) }

    /// Returns the position of a number, clamped to the span.
    func position(_ number: Number) -> Double {
        let part = (kind.place(number.double) - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return span.lowerBound + min(max(part, 0), 1) * (span.upperBound - span.lowerBound)
    }

    // MARK: Ticks

    /// Returns the axis with as many even ticks as there is room for.
    private func even(areWhole: Bool, _ fits: ([Number], NumberScale) -> Bool) -> NumberScale {
        for most in [6, 5, 4, 3, 2] {
            let ticks = NumberScale.ticks(domain, most: most, areWhole: areWhole)
            if fits(ticks, self) { return with(ticks, labelled: ticks) }
        }
        let ticks = NumberScale.ticks(domain, most: 1, areWhole: areWhole)
        return with(ticks, labelled: ticks)
    }

    /// Returns the multiples of a power of ten and 1, 2 or 5 in the domain.
    private static func ticks(_ domain: ClosedRange<Double>, most: Int, areWhole: Bool) -> [Number] {
        let length = domain.upperBound - domain.lowerBound
        for exponent in powers {
            for digit in [1, 2, 5] as [Int64] where !areWhole || exponent >= 0 {
                let step = Number(digit) * power(of: exponent)
                guard length / step.double < Double(most) + 0.999 else { continue }
                let first = (domain.lowerBound / step.double).rounded(.up)
                let last = (domain.upperBound / step.double).rounded(.down)
                guard let first = Int64(exactly: first), let last = Int64(exactly: last), first <= last else {
                    return []
                }
                let ticks = (first...last).map { Number($0) * step }
                if ticks.count <= most { return ticks }
            }
        }
        return []
    }

    /// Returns the axis with a tick at each power of ten, and labels at as many of them as there is room for.
    private func tenfold(_ fits: ([Number], NumberScale) -> Bool) -> NumberScale {
        let magnitudes = NumberScale.powers.map { NumberScale.power(of: $0) }.filter(kind.isApart)
        let isOn = { (number: Number) in domain.contains(kind.place(number.double)) }
        let above = magnitudes.filter(isOn)
        let below: [Number] = kind == .logarithmic ? [] : magnitudes.map { -$0 }.filter(isOn)
        let zero: [Number] = kind == .logarithmic ? [] : [.zero].filter(isOn)
        let ticks = Array(below.reversed()) + zero + above
        for step in 1...max(above.count, below.count, 1) {
            // From zero outward, or from the lowest up.
            let first = kind == .logarithmic ? 0 : step - 1
            let chosen = { (ticks: [Number]) in stride(from: first, to: ticks.count, by: step).map { ticks[$0] } }
            let labelled = Array(chosen(below).reversed()) + zero + chosen(above)
            if fits(labelled, self) { return with(ticks, labelled: labelled) }
        }
        // What is nearest to zero may have no room beside it.
        let ends = zero + above.suffix(1)
        return with(ticks, labelled: fits(ends, self) ? ends : zero + above.prefix(zero.isEmpty ? 1 : 0))
    }

    /// The exponents of the powers of ten that values can have.
    private static let powers = -Number.mostFractionDigits...Number.mostWholeDigits + 1

    private static func power(of exponent: Int) -> Number {
        (0..<max(0, exponent)).reduce(Number(1)) { power, _ in power * 10 }.shifted(by: max(0, -exponent))
    }
}

extension NumberScale.Kind {
    /// Chooses the kind for the values.
    init(over values: [Number]) {
        let magnitudes = values.map { abs($0.double) }.filter { $0 > 0 }
        guard let least = magnitudes.min(), let greatest = magnitudes.max(), greatest > least * NumberScale.widest
        else {
            self = .linear
            return
        }
        self = values.allSatisfy { $0 > .zero } ? .logarithmic : .symmetric(least)
    }

    /// Returns the place of a number on a line without ends.
    fileprivate func place(_ number: Double) -> Double {
        switch self {
        case .linear: number
        case .logarithmic: number > 0 ? Logarithm.common(number) : -.infinity
        case .symmetric(let linear):
            number < 0 ? -Logarithm.common(1 - number / linear) : Logarithm.common(1 + number / linear)
        }
    }

    /// Whether a magnitude can be told from zero here.
    fileprivate func isApart(_ magnitude: Number) -> Bool {
        if case .symmetric(let linear) = self { magnitude.double >= linear } else { true }
    }
}

extension Number {
    /// The approximate value; only for drawing.
    var double: Double {
        (0..<scale).reduce(Double(digits) / Double(divisor)) { value, _ in value / 10 }
    }
}
