package import Evidence

extension StrandIndex {
    /// Returns whether sources say a choice of claims so: each statistic's claims are given, and the places of those among them
    /// that are chosen, which say the same. It is coherent when every source in it speaks with one strand, and none is passed over.
    ///
    /// Where many sources speak with several strands, there may be no end to the ways to look for: `spend` is told of every
    /// group that is looked at, and throws once these are too many.
    package static func isCoherent<Exhausted: Error>(
        _ statistics: [(claims: [Claim], chosen: Set<Int>)], spend: (Int) throws(Exhausted) -> Void
    ) throws(Exhausted) -> Bool {
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
        // A source of one strand silences no other.
        let free = able.filter { index.groups[$0].rival == nil }
        let open = Set(places.indices).subtracting(free.flatMap { index.groups[$0].entries.map(\.place) })
        let rivals = Set(able.filter { index.groups[$0].rival != nil })
        return try index.isSaid(by: rivals, open, spend)
    }

    /// Whether some of the groups, one of those that are rivals, speak at all of the places.
    private func isSaid<Exhausted: Error>(
        by able: Set<Int>, _ open: Set<Int>, _ spend: (Int) throws(Exhausted) -> Void
    ) throws(Exhausted) -> Bool {
        guard let place = open.min(by: { (groupsThere[$0].count, $0) < (groupsThere[$1].count, $1) }) else {
            return true
        }
        for number in groupsThere[place] where able.contains(number) {
            try spend(able.count + open.count)
            let group = groups[number]
            if try isSaid(
                by: able.filter { groups[$0].rival != group.rival }, open.subtracting(group.entries.map(\.place)), spend
            ) {
                return true
            }
        }
        return false
    }
}
