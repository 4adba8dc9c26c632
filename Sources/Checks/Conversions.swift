package import Evidence

/// How the values of the units of a dataset convert into each other, over as many steps as it takes, both ways.
package struct Conversions: Sendable {
    private let units: [String: Unit]
    /// The unit that the steps from each unit lead to, and how many of it one is.
    private var ends: [String: Unit.Conversion] = [:]

    /// The factors are exact; steps whose product has more digits than a number holds are not taken, nor circles twice.
    package init(_ units: [String: Unit]) {
        self.units = units
        for unit in units.keys where ends[unit] == nil { follow(from: unit) }
    }

    private mutating func follow(from start: String) {
        var path: [(unit: String, factor: Number)] = []
        var seen: Set<String> = []
        var current = start
        while ends[current] == nil, seen.insert(current).inserted, let step = units[current]?.conversion {
            path.append((current, step.factor))
            current = step.unit
        }
        var end = ends[current] ?? Unit.Conversion(unit: current, factor: 1)
        ends[current] = end
        for (unit, factor) in path.reversed() where unit != current {
            end =
                Number.product(factor, end.factor).map { Unit.Conversion(unit: end.unit, factor: $0) }
                ?? Unit.Conversion(unit: unit, factor: 1)
            ends[unit] = end
        }
    }

    /// Returns how many of the other unit one of this is; nil where they do not convert.
    package func factor(from unit: String, to other: String) -> Number? {
        if unit == other { return 1 }
        guard let own = ends[unit], let others = ends[other], own.unit == others.unit else { return nil }
        return Number.quotient(own.factor, others.factor)
    }

    /// Returns the unit itself where it is a percentage, or the percentage that it converts to; nil without one.
    package func percentage(of unit: String) -> String? {
        [unit, ends[unit]?.unit].compactMap { $0 }.first { units[$0]?.kind == .percentage }
    }

    /// A unit that figures are brought into, and what they are multiplied by.
    package struct Target: Hashable, Sendable {
        package let unit: Unit
        package let factor: Number
    }

    /// Returns what the figures in a unit are multiplied by to be in another; nil where nothing is to be done, or can be.
    package func target(from unit: String, to other: String) -> Target? {
        guard unit != other, let factor = factor(from: unit, to: other), let unit = units[other] else { return nil }
        return Target(unit: unit, factor: factor)
    }
}

extension Claim {
    /// Returns the claim with its figure in another unit.
    func converted(to target: Conversions.Target) -> Claim {
        Claim(
            id: id, statistic: statistic, source: source,
            quantity: quantity.converted(by: target.factor, to: target.unit), printed: printed, scale: scale,
            attribution: attribution, rank: rank, locator: locator, note: note, paraphrase: paraphrase,
            quotation: quotation, witness: namedWitness, corrects: corrects)
    }
}
