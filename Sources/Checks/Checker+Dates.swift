import Evidence

/// Relations of dates. An event that simply has a date has it whoever speaks; one that sources date is read as they do.
extension Checker {
    /// Returns the readings of two dates that are compared.
    func datedReadings(in relation: Relation, _ budget: inout WorkBudget) -> Found? {
        let places = readPlaces(of: relation)
        let cost = WorkBudget.reading + WorkBudget.stretch * stretchCount(of: relation)
        guard !places.isEmpty else {
            guard budget.spend(cost) else { return nil }
            return ([datedReading(in: relation, dates: [:])].compactMap { $0 }, 0)
        }
        guard let search = ReadingSearch(places.strandFigures, strands, budget: &budget),
            budget.spend(cost, times: search.combinations.count)
        else { return nil }
        let readings = search.combinations.compactMap { combination in
            datedReading(
                in: relation, dates: dates(of: combination, places), combination, covers: search.covers(of: combination)
            )
        }
        return (readings, search.mixed)
    }

    /// Returns one reading of two dates; nil where one of the two is not in the dataset. Without a `combination`, nobody
    /// disputes them.
    func datedReading(
        in relation: Relation, dates: [String: DatedClaim], _ combination: Combination? = nil, covers: Covers = .none
    ) -> Reading? {
        let operands = relation.constraint.dated
        let datings = operands.compactMap { dating(of: $0, by: dates) }
        guard datings.count == 2, let compared = relation.constraint.compare(datings[0], datings[1]) else { return nil }
        let datedBy = operands.flatMap { operand in
            operand.event.flatMap { dates[$0] }.map { [$0.source] } ?? sources(of: [operand], in: relation)
        }.uniqued()
        let miss = relation.comparability == nil ? compared.miss : nil
        let passedOver = combination?.passedOver ?? 0
        return Reading(
            sides: [], dates: operands.compactMap { $0.event.flatMap { dates[$0] } }, datedBy: datedBy,
            label: combination.map { Reading.Label($0, covers) } ?? Reading.Label(datedBy: datedBy),
            passedOver: passedOver, covers: covers, stated: .period(datings[1].date),
            computed: .period(datings[0].date),
            difference: passedOver > 0
                ? nil : miss.map { Amount(point: $0.low == $0.high ? $0.low : nil, interval: $0) },
            miss: miss, verdict: softened(compared.verdict, in: relation, passingOver: passedOver))
    }

    /// What has a date, with what the date says of it: of an event that sources date, that which one of `dates` gives.
    func dating(of operand: Within.Operand, by dates: [String: DatedClaim]) -> Dating? {
        switch operand {
        case .statistic(let id): statistics[id].map { Dating($0.period, .whole) }
        case .event(let id): dates[id]?.dating ?? datings[id]
        }
    }

    /// Returns, by event, the claim that a combination takes.
    func dates(of combination: Combination, _ places: ReadPlaces) -> [String: DatedClaim] {
        let spots = combination.choice.dropFirst(places.statistics.count)
        let claims = zip(places.events, spots).compactMap { id, spot in
            (datedPlaces[id]?.claims[spot]).map { (id, $0) }
        }
        return Dictionary(claims) { first, _ in first }
    }

    /// Returns each dated claim once: those that readings show, and the others that take part.
    func dates(of readings: [Reading], in relation: Relation) -> [DatedClaim] {
        let all = relation.events.flatMap { datedPlaces[$0]?.claims ?? [] }
        return all.isEmpty ? [] : (readings.flatMap(\.dates) + all).uniqued()
    }

    /// The places of a date, without those of claims.
    func citations(of operand: Within.Operand) -> [Citation] {
        switch operand {
        case .statistic(let id): statistics[id]?.citations ?? []
        case .event(let id): datedCitations[id] ?? []
        }
    }

    /// Returns the sources that tell the dates of the operands, each once; of several for one date, those that the relation
    /// names.
    func sources(of operands: [Within.Operand], in relation: Relation) -> [String] {
        let cited = Set(relation.citations.map(\.source))
        return operands.flatMap { operand in
            let sources = sources(of: operand)
            let named = sources.filter(cited.contains)
            return named.isEmpty ? sources : named
        }.uniqued()
    }

    /// How many stretches of days a reading of the relation compares at the most.
    func stretchCount(of relation: Relation) -> Int {
        relation.dated.reduce(0) { count, operand in
            switch operand {
            case .statistic(let id): count + (statistics[id]?.period.mostStretches ?? 0)
            case .event(let id): count + (stretches[id] ?? 0)
            }
        }
    }

    /// How many claims and citations are gone through for who tells the dates that a relation compares.
    func tellerCount(of relation: Relation) -> Int {
        relation.dated.reduce(0) { count, operand in
            switch operand {
            case .event(let id): count + (events[id]?.sources.count ?? 0)
            case .statistic(let id): count + (statistics[id].map { $0.claims.count + $0.citations.count } ?? 0)
            }
        }
    }

    /// Returns the sources of a date: of a period, or where nothing says that it is printed elsewhere, of its figures.
    private func sources(of operand: Within.Operand) -> [String] {
        switch operand {
        case .event(let id): return events[id]?.sources ?? []
        case .statistic(let id):
            let places = citations(of: operand).map(\.source)
            return places.isEmpty ? statistics[id]?.standingClaims.map(\.source) ?? [] : places
        }
    }
}

extension Relation.Constraint {
    /// Returns the verdict over two dates, in the order of the relation, and by how many days they miss it; nil for what
    /// compares no two dates.
    fileprivate func compare(_ first: Dating, _ second: Dating) -> (verdict: Verdict, miss: Interval?)? {
        switch self {
        case .within(let within):
            let (verdict, overshoot) = within.compare(inner: first, outer: second)
            return (verdict, overshoot)
        case .before(let before): return before.compare(earlier: first, later: second)
        case .equation, .editorial: return nil
        }
    }
}

extension Reading.Label {
    /// The label of a reading that compares dates which these sources tell.
    init(datedBy sources: [String]) {
        self = sources.count > 1 ? .betweenSources : .oneSource
    }
}
