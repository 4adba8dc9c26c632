package import Evidence

/// Whose figure is meant where one number is asked for. A statistic always keeps all its claims: a viewpoint only says
/// which of them it goes by.
package enum Viewpoint: Hashable, Sendable {
    /// Nobody's: every claim stands beside the others.
    case all
    /// The word of the dataset's main source, by its id.
    case main(String)
    /// The smallest printed value, and the largest, whoever states it.
    case min, max
    /// The word of the source with that id.
    case source(String)

    /// nil for a name that is neither a word of ours nor the id of a source.
    package init?(_ name: String, in dataset: Dataset) {
        switch name {
        case "all": self = .all
        case "main": self = .main(dataset.identity.mainSource)
        case "min": self = .min
        case "max": self = .max
        case _ where dataset.sources.contains { $0.id == name }: self = .source(name)
        default: return nil
        }
    }

    /// Every name that a viewpoint has.
    package static func names(in dataset: Dataset) -> [String] {
        ["all", "main", "min", "max"] + dataset.sources.map(\.id)
    }

    /// As it stands in a URL.
    package var name: String {
        switch self {
        case .all: "all"
        case .main: "main"
        case .min: "min"
        case .max: "max"
        case .source(let id): id
        }
    }

    /// The claims of the statistic that it goes by; none where it is silent.
    ///
    /// A source's word is what it prefers, and of that its main text, where it has such. Of claims that are equally
    /// small or large the one whose words reach further counts; what is said not to be known, only where nothing else is
    /// said.
    package func claims(of statistic: Statistic) -> [Claim] {
        let standing = statistic.standingClaims
        switch self {
        case .all: return standing
        case .main(let source), .source(let source):
            let own = standing.filter { $0.source == source }
            let preferred = own.preferring { $0.rank == .preferred }
            return preferred.preferring { $0.attribution == .main }
        case .min:
            return standing.extremes(\.low) { left, right in
                if left.value != right.value { return left.value < right.value }
                guard let low = left.interval.low else { return right.interval.low != nil }
                return right.interval.low.map { low < $0 } ?? false
            }
        case .max:
            return standing.extremes(\.high) { left, right in
                if left.value != right.value { return left.value > right.value }
                guard let high = left.interval.high else { return right.interval.high != nil }
                return right.interval.high.map { high > $0 } ?? false
            }
        }
    }

    /// Returns those of the claims by which it dates an event: a source's word as of a figure. No date is smaller than
    /// another.
    package func dates(of claims: [DatedClaim]) -> [DatedClaim] {
        switch self {
        case .all, .min, .max: return claims
        case .main(let source), .source(let source):
            let own = claims.filter { $0.source == source }
            return own.preferring { $0.rank == .preferred }.preferring { $0.attribution == .main }
        }
    }

    /// What it says of the statistic; nil where it is silent.
    package func figure(of statistic: Statistic) -> Figure? {
        Figure(claims(of: statistic))
    }
}

/// A value as it is printed, with what its words allow.
private typealias Printed = (value: Number, interval: Interval)

extension Array {
    /// Those that satisfy the condition, or all where none does.
    fileprivate func preferring(_ isPreferred: (Element) -> Bool) -> [Element] {
        let preferred = filter(isPreferred)
        return preferred.isEmpty ? self : preferred
    }
}

extension [Claim] {
    /// The claims with the first quantity in that order, a range by that end of it; all of them where no value is known.
    fileprivate func extremes(
        _ end: KeyPath<Interval, Number?>, _ precedes: (Printed, Printed) -> Bool
    ) -> [Claim] {
        let known = compactMap { claim in
            (claim.quantity.value ?? claim.quantity.range?[keyPath: end]).map {
                (claim.quantity, ($0, claim.quantity.interval) as Printed)
            }
        }
        guard let first = known.min(by: { precedes($0.1, $1.1) }) else { return self }
        return filter { $0.quantity == first.0 }
    }
}
