package import Evidence

extension Equation {
    /// Returns, by statistic, into which unit its figures are brought before they are added or compared: those of a
    /// percentage into per cent, all others into the unit of the first that is named. Nothing for those that are in it, and
    /// for the factors and divisors of a formula.
    package func targets(_ conversions: Conversions, unit: (String) -> String?) -> [String: Conversions.Target] {
        guard form != .same else { return [:] }
        let named = namedSides
        let added =
            text == nil
            ? named.indices.filter { named[$0].side.unitKind != .percentage }
            : form.formula.bareTerms.filter(named.indices.contains)
        let first = added.lazy.compactMap { named[$0].statistics.first }.first.flatMap(unit)
        var targets: [String: Conversions.Target] = [:]
        for (place, (side, statistics)) in named.enumerated() {
            let isPercentage = side.unitKind == .percentage
            guard isPercentage || added.contains(place) else { continue }
            for statistic in statistics {
                guard let own = unit(statistic) else { continue }
                let other = isPercentage ? conversions.percentage(of: own) : first
                guard let target = other.flatMap({ conversions.target(from: own, to: $0) }) else { continue }
                targets[statistic] = target
            }
        }
        return targets
    }
}
