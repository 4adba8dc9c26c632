import Evidence

/// Where a relation can be read in several ways: at the figures of its statistics, then at the dates of those of its events
/// that sources date.
struct ReadPlaces {
    /// The ids of the statistics whose figures are compared, each once, and what takes part of each.
    let statistics: [String]
    let figures: [Checker.Place]
    /// By side of the relation's arithmetic, the places of its statistics.
    let sides: [[Int]]
    /// The ids of the events with claims.
    let events: [String]
    /// By place, who says what.
    let strandFigures: [[StrandFigure]]

    var isEmpty: Bool { strandFigures.isEmpty }
}

extension Checker {
    func readPlaces(of relation: Relation) -> ReadPlaces {
        var statistics: [String] = []
        var known: [String: Int] = [:]
        let sides = (relation.constraint.equation?.sides ?? []).map { side in
            side.map { id in
                let place = known[id] ?? statistics.count
                if place == statistics.count {
                    known[id] = place
                    statistics.append(id)
                }
                return place
            }
        }
        let figures = statistics.map { places[$0] ?? Place() }
        let events = relation.events.filter { datedPlaces[$0] != nil }
        return ReadPlaces(
            statistics: statistics, figures: figures, sides: sides, events: events,
            strandFigures: figures.map(\.strandFigures) + events.map { datedPlaces[$0]?.strandFigures ?? [] })
    }

    /// Returns mixed readings of the check's relation whose arithmetic is that of no coherent one: at most `limit` after
    /// so many others. Those that decide, because none is coherent, are among them.
    package func mixedReadings(of check: Check, from offset: Int, limit: Int) -> [Reading] {
        let relation = check.relation
        let places = readPlaces(of: relation)
        guard relation.constraint.kind != .same, !places.isEmpty else { return [] }
        let numbers = figureNumbers(at: places)
        let coherent = check.readings.lazy.filter { $0.passedOver == 0 }.map { reading in
            let ids = reading.sides.joined().map(\.id) + reading.dates.map(\.id)
            var figures = [Int](repeating: -1, count: places.strandFigures.count)
            for number in ids.compactMap({ numbers[$0] }) { figures[number.place] = number.figure }
            return figures
        }
        let combinations = ReadingSearch.mixed(
            places.strandFigures, besides: Set(coherent), from: offset, limit: limit)
        guard let equation = relation.constraint.equation else {
            return combinations.compactMap { combination in
                datedReading(in: relation, dates: dates(of: combination, places), combination)
            }
        }
        let targets = equation.targets(conversions) { statistics[$0]?.unit }
        return combinations.compactMap { combination in
            reading(of: equation, combination, places, targets, covers: .none, in: relation)
        }
    }

    /// Returns, by the ids of claims, at which place they stand, with the numbers of their figures.
    private func figureNumbers(at read: ReadPlaces) -> [String: (place: Int, figure: Int)] {
        let ids =
            read.figures.map { $0.claims.map(\.id) }
            + read.events.map { datedPlaces[$0]?.claims.map(\.id) ?? [] }
        var numbers: [String: (place: Int, figure: Int)] = [:]
        for (place, (ids, figures)) in zip(ids, read.strandFigures).enumerated() {
            for (id, figure) in zip(ids, figures) { numbers[id] = (place, figure.figure) }
        }
        return numbers
    }
}
