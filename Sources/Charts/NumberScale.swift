import Evidence

/// An axis of numbers: it maps numbers to positions, and has ticks at round numbers.
struct NumberScale {
    /// The positions that the axis covers; unbounded ends are drawn up to them.
    let span: ClosedRange<Double>
    private let domain: ClosedRange<Double>
    /// The round numbers with ticks, in ascending order.
    let ticks: [Number]

    /// Creates an axis from the lowest to the highest value plus a margin, or from zero if `isFromZero`. `isOpen`
    /// and `isOpenBelow` leave room for ranges without an upper or a lower end. `fits` returns whether there is room for
    /// the labels of such ticks.
    init(
        over values: [Number], isFromZero: Bool = false, isOpen: Bool = false, isOpenBelow: Bool = false,
        on span: ClosedRange<Double>,
        fits: ([Number], NumberScale) -> Bool = { _, _ in true }
    ) {
        let positions = values.map(\.double) + (isFromZero || values.isEmpty ? [0] : [])
        var low = positions.min() ?? 0
        var high = positions.max() ?? 0
        if high <= low { high = low + max(abs(low) * 0.1, 1) }
        let room = (high - low) * 0.06
        if low > 0, !isFromZero { low = max(0, low - room) } else if low < 0 { low -= room }
        if isOpenBelow { low -= room * 4 }
        high += isOpen ? (high - low) * 0.25 : room
        self.init(span: span, domain: low...high, ticks: [])
        // A range from zero without an upper end does not determine the length of the axis.
        guard values.contains(where: { $0 != .zero }) else {
            self = NumberScale(span: span, domain: domain, ticks: [.zero])
            return
        }
        let areWhole = values.allSatisfy(\.isWhole)
        for most in [6, 5, 4, 3, 2, 1] {
            let ticks = NumberScale.ticks(domain, most: most, areWhole: areWhole)
            guard fits(ticks, self) || most == 1 else { continue }
            self = NumberScale(span: span, domain: domain, ticks: ticks)
            return
        }
    }

    private init(span: ClosedRange<Double>, domain: ClosedRange<Double>, ticks: [Number]) {
        self.span = span
        self.domain = domain
        self.ticks = ticks
    }

    /// Whether the lower end of the axis is zero or less.
    var hasZero: Bool { domain.lowerBound <= 0 }

    /// Returns the position of a number, clamped to the span.
    func position(_ number: Number) -> Double {
        let part = (number.double - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return span.lowerBound + min(max(part, 0), 1) * (span.upperBound - span.lowerBound)
    }

    /// Returns the multiples of a power of ten and 1, 2 or 5 in the domain.
    private static func ticks(_ domain: ClosedRange<Double>, most: Int, areWhole: Bool) -> [Number] {
        let length = domain.upperBound - domain.lowerBound
        for exponent in -Number.mostFractionDigits...Number.mostWholeDigits + 1 {
            for digit in [1, 2, 5] as [Int64] where !areWhole || exponent >= 0 {
                let step = (0..<max(0, exponent)).reduce(Number(digit)) { step, _ in step * 10 }
                    .shifted(by: max(0, -exponent))
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
}

extension Number {
    /// The approximate value; only for drawing.
    var double: Double {
        (0..<scale).reduce(Double(digits) / Double(divisor)) { value, _ in value / 10 }
    }
}
