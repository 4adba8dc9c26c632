extension Equation {
    /// Returns, by statistic, into which unit its figures are brought before they are added or compared: those of a
    /// percentage into per cent, all others into the unit of the first that is named. Nothing for those that are in it.
    func targets(_ conversions: Conversions, unit: (String) -> String?) -> [String: Conversions.Target] {
        guard form != .same else { return [:] }
        let first = namedSides.first { $0.side.unitKind != .percentage }?.statistics.first.flatMap(unit)
        var targets: [String: Conversions.Target] = [:]
        for (side, statistics) in namedSides {
            for statistic in statistics {
                guard let own = unit(statistic) else { continue }
                let other = side.unitKind == .percentage ? conversions.percentage(of: own) : first
                targets[statistic] = other.flatMap { conversions.target(from: own, to: $0) }
            }
        }
        return targets
    }
}
