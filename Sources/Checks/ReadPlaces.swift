import Evidence

/// Where a relation can be read in several ways: at the figures of its statistics, then at the dates of those of its events
/// that sources date.
struct ReadPlaces {
    /// The ids of the statistics whose figures are compared.
    let statistics: [String]
    /// The ids of the events with claims.
    let events: [String]
    /// By place, who says what.
    let strandFigures: [[StrandFigure]]

    var isEmpty: Bool { strandFigures.isEmpty }
}

extension Checker {
    func readPlaces(of relation: Relation) -> ReadPlaces {
        let statistics = relation.figures
        let events = relation.events.filter { datedPlaces[$0] != nil }
        return ReadPlaces(
            statistics: statistics, events: events,
            strandFigures: statistics.map { places[$0]?.strandFigures ?? [] }
                + events.map { datedPlaces[$0]?.strandFigures ?? [] })
    }

    /// Returns mixed readings of the check's relation whose arithmetic is that of no coherent one: at most `limit` after
    /// so many others. Those that decide, because none is coherent, are among them.
    package func mixedReadings(of check: Check, from offset: Int, limit: Int) -> [Reading] {
        let relation = check.relation
        let places = readPlaces(of: relation)
        guard relation.constraint.kind != .same, !places.isEmpty else { return [] }
        let coherent = check.readings.lazy.filter { $0.passedOver == 0 }.map { figures(of: $0, at: places) }
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

    /// Returns, by place, the number of the figure that a reading takes.
    private func figures(of reading: Reading, at places: ReadPlaces) -> [Int] {
        let claims = Dictionary(reading.sides.joined().map { ($0.statistic, $0.id) }) { first, _ in first }
        let dates = Dictionary(reading.dates.map { ($0.event, $0.id) }) { first, _ in first }
        return places.statistics.map { id in
            guard let place = self.places[id], let claim = place.claims.firstIndex(where: { $0.id == claims[id] })
            else { return -1 }
            return place.strandFigures[claim].figure
        }
            + places.events.map { id in
                guard let place = datedPlaces[id], let claim = place.claims.firstIndex(where: { $0.id == dates[id] })
                else { return -1 }
                return place.strandFigures[claim].figure
            }
    }
}
