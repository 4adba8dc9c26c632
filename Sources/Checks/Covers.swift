package import Evidence

/// Who says one reading: its minimal covers, each a set of strands that can say it alone, and none of which can be left out.
///
/// Sets that differ in nothing but who of several gives the same figures are kept together, and told apart when asked.
package struct Covers: Hashable, Sendable {
    /// Some sets of strands.
    package enum Family: Hashable, Sendable {
        /// One of each of these; each has at least one.
        case oneOfEach([[Strand]])
        /// Any two of these, for two figures of one statistic that are the same.
        case anyTwo([Strand])
    }

    package let families: [Family]
    /// How many sets there are; nil for more than can be counted.
    package let count: Int128?

    package init(_ families: [Family]) {
        self.families = families
        count = families.reduce(0) { sum, family in
            guard let sum, let count = family.count else { return nil }
            let (total, overflow) = sum.addingReportingOverflow(count)
            return overflow ? nil : total
        }
    }

    /// A reading that nobody says, or that needs nobody.
    package static let none = Covers([])

    /// Returns the first `limit` sets, the smallest first.
    package func first(_ limit: Int) -> [[Strand]] {
        var sets: [[Strand]] = []
        for family in families where sets.count < limit { sets += family.first(limit - sets.count) }
        return sets
    }

    /// The sources that say it, each once, at most `limit`.
    package func sources(_ limit: Int) -> [String] {
        var sources: [String] = []
        var seen: Set<String> = []
        for strand in families.lazy.flatMap(\.strands) where seen.insert(strand.source).inserted {
            if sources.count == limit { break }
            sources.append(strand.source)
        }
        return sources
    }
}

extension Covers.Family {
    fileprivate var count: Int128? {
        switch self {
        case .anyTwo(let strands): Int128(strands.count) * Int128(strands.count - 1) / 2
        case .oneOfEach(let places):
            places.reduce(1) { product, strands in
                guard let (count, overflow) = product?.multipliedReportingOverflow(by: Int128(strands.count)),
                    !overflow
                else { return nil }
                return count
            }
        }
    }

    fileprivate var strands: [Strand] {
        switch self {
        case .anyTwo(let strands): strands
        case .oneOfEach(let places): places.flatMap { $0 }
        }
    }

    fileprivate func first(_ limit: Int) -> [[Strand]] {
        switch self {
        case .oneOfEach(let places):
            return FigureChoices(places.map { Array($0.indices) }).prefix(limit).map { choice in
                zip(places, choice).map { $0[$1] }
            }
        case .anyTwo(let strands):
            let pairs = strands.indices.lazy.flatMap { first in
                strands.indices.dropFirst(first + 1).lazy.map { [strands[first], strands[$0]] }
            }
            return Array(pairs.prefix(limit))
        }
    }
}
