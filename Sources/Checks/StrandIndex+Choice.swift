package import Evidence

extension StrandIndex {
    /// Returns whether sources say a choice of claims so: each statistic's claims are given, and the places of those among them
    /// that are chosen, which say the same. It is coherent when every source in it speaks with one strand, and none is passed over.
    package static func isCoherent(_ statistics: [(claims: [Claim], chosen: Set<Int>)]) -> Bool {
        var table = StrandTable()
        let places = statistics.map { statistic in
            table.strandFigures(statistic.claims.enumerated(), strand: \.element.strand) { claim in
                statistic.chosen.contains(claim.offset) ? -1 : claim.offset
            }
        }
        // The first claim that is chosen has the number of all.
        let figures = zip(statistics, places).map { statistic, place in
            place.indices.first(where: statistic.chosen.contains).map { place[$0].figure } ?? -1
        }
        let index = StrandIndex(places)
        let able = index.groups.indices.filter { number in
            index.groups[number].entries.allSatisfy { $0.figures.place(ofAscending: figures[$0.place]) != nil }
        }
        return index.isSaid(by: able, [], Set(places.indices))
    }

    /// Whether some of the groups, one of those that are rivals, speak at all of the places.
    private func isSaid(by able: [Int], _ rivals: Set<Int>, _ open: Set<Int>) -> Bool {
        guard let place = open.min() else { return true }
        return groupsThere[place].contains { number in
            guard able.contains(number) else { return false }
            let rival = groups[number].rival
            if let rival, rivals.contains(rival) { return false }
            return isSaid(
                by: able, rival.map { rivals.union([$0]) } ?? rivals,
                open.subtracting(groups[number].entries.map(\.place)))
        }
    }
}
