package import Evidence

/// Tests relations against the statistics and events of a dataset.
package struct Checker: Sendable {
    /// The statistics, and the events that relations name, by their ids.
    package let statistics: [String: Statistic]
    package let events: [String: Event]
    /// What takes part in checks, by the id of a statistic.
    let places: [String: Place]
    /// The same by the id of an event that sources date.
    let datedPlaces: [String: DatedPlace]
    /// What the dates of the events say, each read once.
    let datings: [String: Dating]
    /// Into how many stretches of days the dates of the events are taken apart at the most.
    let stretches: [String: Int]
    /// The places of the dates of the events that no claim has, each read once.
    let datedCitations: [String: [Citation]]
    let strands: StrandTable
    let conversions: Conversions

    /// The standing claims of a statistic, with their amounts and who says which figure.
    final class Place: Sendable {
        let claims: [Claim]
        let amounts: [Amount]
        let strandFigures: [StrandFigure]

        init(claims: [Claim] = [], amounts: [Amount] = [], strandFigures: [StrandFigure] = []) {
            self.claims = claims
            self.amounts = amounts
            self.strandFigures = strandFigures
        }
    }

    /// The standing claims of an event, with what their dates say and who says which.
    struct DatedPlace: Sendable {
        var claims: [DatedClaim] = []
        var strandFigures: [StrandFigure] = []
    }

    /// What relations come to: their readings, and how many more are mixed, nil for more than can be counted.
    typealias Found = (readings: [Reading], mixed: Int128?)

    /// `units` are those of the dataset, by their ids; figures of different ones are converted where they say how.
    package init(statistics: [Statistic], events: [Event] = [], units: [String: Unit] = [:]) {
        conversions = Conversions(units)
        self.statistics = Dictionary(statistics.map { ($0.id, $0) }) { first, _ in first }
        self.events = Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
        var strands = StrandTable()
        var places: [String: Place] = [:]
        for statistic in statistics where places[statistic.id] == nil {
            let claims = statistic.standingClaims
            let amounts = claims.map { Amount($0.quantity) }
            let strandFigures = strands.strandFigures(zip(claims, amounts)) {
                $0.0.strand
            } figure: {
                $0.1
            }
            places[statistic.id] = Place(claims: claims, amounts: amounts, strandFigures: strandFigures)
        }
        var datedPlaces: [String: DatedPlace] = [:]
        for event in events where event.hasClaims && datedPlaces[event.id] == nil {
            let claims = event.standingClaims
            let strandFigures = strands.strandFigures(claims, strand: \.strand, figure: \.dating.meaning)
            datedPlaces[event.id] = DatedPlace(
                claims: claims, strandFigures: strandFigures)
        }
        datings = self.events.mapValues { Dating($0.date, .someDay) }
        let among = datedPlaces.mapValues { place in place.claims.map(\.date.mostStretches).max() ?? 0 }
        stretches = datings.mapValues(\.date.mostStretches).merging(among) { max($0, $1) }
        datedCitations = self.events.mapValues { $0.otherCitations }
        self.places = places
        self.datedPlaces = datedPlaces
        self.strands = strands
    }

    /// Returns the readings of the relation, and the verdict, however much there is to look at. An id that is not in the
    /// dataset makes the check `unresolved`.
    package func check(_ relation: Relation) -> Check {
        var budget = WorkBudget(limit: .max)
        return check(relation, budget: &budget) ?? Check(relation: relation, readings: [], citations: [])
    }

    /// Returns the readings of the relation, and the verdict; nil where the budget does not suffice for them.
    package func check(_ relation: Relation, budget: inout WorkBudget) -> Check? {
        guard budget.spend(WorkBudget.term * relation.termCount),
            budget.spend(WorkBudget.teller * tellerCount(of: relation))
        else { return nil }
        switch relation.constraint {
        case .editorial(let editorial):
            let citations = relation.citations + editorial.sides.flatMap(\.citations)
            return Check(relation: relation, verdict: editorial.verdict, citations: citations)
        case .within, .before:
            guard let found = datedReadings(in: relation, &budget), let citations = citations(of: relation, &budget)
            else { return nil }
            return Check(
                relation: relation, readings: found.readings, mixed: found.mixed,
                dates: dates(of: found.readings, in: relation), citations: citations)
        case .equation(let equation):
            let places = readPlaces(of: relation)
            let same = equation.form == .same ? places.figures.first : nil
            if let same, same.claims.count == 1 {
                return Check(
                    relation: relation, verdict: .consistent, claims: same.claims, citations: relation.citations)
            }
            let found =
                if let same {
                    pairs(of: equation, at: same, in: relation, &budget)
                } else {
                    readings(of: equation, at: places, in: relation, &budget)
                }
            guard let found else { return nil }
            guard !found.readings.isEmpty else {
                return Check(relation: relation, readings: [], mixed: found.mixed, citations: relation.citations)
            }
            guard let citations = citations(of: relation, &budget) else { return nil }
            return Check(
                relation: relation, readings: found.readings, mixed: found.mixed,
                claims: Checker.claims(of: found.readings, at: places),
                dates: dates(of: found.readings, in: relation),
                citations: citations)
        }
    }

    /// Returns each claim once: those that readings show, and the others that take part.
    private static func claims(of readings: [Reading], at places: ReadPlaces) -> [Claim] {
        let all = places.figures.flatMap(\.claims)
        // Where each is said once, readings show all of them in their order.
        guard places.figures.contains(where: { $0.claims.count != 1 }) else { return all }
        // Readings show them converted where that is needed.
        let known = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
        let shown = readings.flatMap { $0.sides.joined().map(\.id) }
        return (shown + all.map(\.id)).uniqued().compactMap { known[$0] }
    }

    /// Returns the places that speak to a relation beside its claims: those that it names, or else those of the dates that
    /// it compares. nil where the budget does not suffice.
    private func citations(of relation: Relation, _ budget: inout WorkBudget) -> [Citation]? {
        guard relation.citations.isEmpty else { return relation.citations }
        let citations = relation.dated.map(citations(of:))
        guard budget.spend(citations.reduce(0) { $0 + $1.count }) else { return nil }
        return citations.flatMap { $0 }
    }

    /// Returns the verdict, a `tension` at most where the sides cannot be compared, or nobody says them together.
    func softened(_ verdict: Verdict, in relation: Relation, passingOver passedOver: Int) -> Verdict {
        relation.comparability != nil || passedOver > 0 ? min(verdict, .tension) : verdict
    }
}

extension Relation {
    /// How often it names a statistic or an event.
    package var termCount: Int {
        switch constraint {
        case .equation(let equation): equation.sides.reduce(equation.days.count) { $0 + $1.count }
        case .within, .before: 2
        case .editorial(let editorial): editorial.statistics.count
        }
    }
}
