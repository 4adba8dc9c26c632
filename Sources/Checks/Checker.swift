package import Evidence

/// Tests relations against the statistics and events of a dataset.
package struct Checker: Sendable {
    let statistics: [String: Statistic]
    let events: [String: Event]
    /// What takes part in checks, by the id of a statistic.
    private let places: [String: Place]
    private let strands: StrandTable
    private let conversions: Conversions

    /// The standing claims of a statistic, with their amounts and who says which figure.
    private struct Place: Sendable {
        var claims: [Claim] = []
        var amounts: [Amount] = []
        var strandFigures: [StrandFigure] = []
    }

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
        self.places = places
        self.strands = strands
    }

    /// Returns how much these relations may look at together.
    package func budget(for relations: [Relation]) -> WorkBudget {
        let claims = places.values.reduce(0) { $0 + $1.claims.count }
        let terms = relations.reduce(0) { $0 + $1.termCount }
        return WorkBudget(limit: WorkBudget.least + WorkBudget.each * (claims + terms))
    }

    /// Returns the readings of the relation, and the verdict, however much there is to look at. An id that is not in the
    /// dataset makes the check `unresolved`.
    package func check(_ relation: Relation) -> Check {
        var budget = WorkBudget(limit: .max)
        return check(relation, budget: &budget) ?? Check(relation: relation, readings: [], citations: [])
    }

    /// Returns the readings of the relation, and the verdict; nil where the budget does not suffice for them.
    package func check(_ relation: Relation, budget: inout WorkBudget) -> Check? {
        guard budget.spend(relation.termCount) else { return nil }
        switch relation.constraint {
        case .editorial(let editorial):
            let citations = relation.citations + editorial.sides.flatMap(\.citations)
            return Check(relation: relation, verdict: editorial.verdict, citations: citations)
        case .within(let within):
            guard let citations = citations(of: relation, &budget) else { return nil }
            return Check(relation: relation, readings: readings(of: within, in: relation), citations: citations)
        case .before(let before):
            guard let citations = citations(of: relation, &budget) else { return nil }
            return Check(relation: relation, readings: readings(of: before, in: relation), citations: citations)
        case .equation(let equation):
            if equation.form == .same, let place = relation.figures.first.flatMap({ places[$0] }),
                place.claims.count == 1
            {
                return Check(
                    relation: relation, verdict: .consistent, claims: place.claims, citations: relation.citations)
            }
            let found =
                equation.form == .same
                ? pairs(of: equation, in: relation, &budget) : readings(of: equation, in: relation, &budget)
            guard let found else { return nil }
            guard !found.readings.isEmpty else {
                return Check(relation: relation, readings: [], mixed: found.mixed, citations: relation.citations)
            }
            guard let citations = citations(of: relation, &budget) else { return nil }
            return Check(
                relation: relation, readings: found.readings, mixed: found.mixed,
                claims: claims(of: found.readings, in: relation), citations: citations)
        }
    }

    /// Returns mixed readings of the check's relation whose arithmetic is that of no coherent one: at most `limit` after
    /// so many others. Those that decide, because none is coherent, are among them.
    package func mixedReadings(of check: Check, from offset: Int, limit: Int) -> [Reading] {
        guard let equation = check.relation.constraint.equation, equation.form != .same else { return [] }
        let ids = check.relation.figures
        let coherent = check.readings.lazy.filter { $0.passedOver == 0 }.map { reading in
            let taken = Dictionary(reading.sides.joined().map { ($0.statistic, $0) }) { first, _ in first }
            return ids.map { id in
                guard let place = places[id],
                    let claim = place.claims.firstIndex(where: { $0.id == taken[id]?.id })
                else { return -1 }
                return place.strandFigures[claim].figure
            }
        }
        let combinations = ReadingSearch.mixed(
            ids.map { places[$0]?.strandFigures ?? [] }, besides: Set(coherent), from: offset, limit: limit)
        let targets = equation.targets(conversions) { statistics[$0]?.unit }
        return combinations.compactMap { combination in
            reading(of: equation, combination, targets, covers: .none, in: check.relation)
        }
    }

    /// Returns each claim once: those that readings show, and the others that take part.
    private func claims(of readings: [Reading], in relation: Relation) -> [Claim] {
        let all = relation.figures.flatMap { places[$0]?.claims ?? [] }
        // Readings show them converted where that is needed.
        let known = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
        let shown = readings.flatMap { $0.sides.joined().map(\.id) }
        return (shown + all.map(\.id)).uniqued().compactMap { known[$0] }
    }

    /// Returns the places that speak to a relation beside its claims: those that it names, or else those of the dates that
    /// it compares. nil where the budget does not suffice.
    private func citations(of relation: Relation, _ budget: inout WorkBudget) -> [Citation]? {
        guard relation.citations.isEmpty else { return relation.citations }
        let dated = relation.constraint.dated + (relation.constraint.equation?.days.map(\.operand) ?? [])
        let citations = dated.map(citations(of:))
        guard budget.spend(citations.reduce(0) { $0 + $1.count }) else { return nil }
        return citations.flatMap { $0 }
    }

    /// Returns the pairs of claims of one statistic. Pairs of the same two figures are one.
    private func pairs(
        of equation: Equation, in relation: Relation, _ budget: inout WorkBudget
    ) -> (readings: [Reading], mixed: Int128?)? {
        guard let place = relation.figures.first.flatMap({ places[$0] }), place.claims.count > 1 else {
            return ([], 0)
        }
        var groups: [[Int]] = []
        for (claim, strandFigure) in place.strandFigures.enumerated() {
            let number = strandFigure.figure
            if number == groups.count { groups.append([claim]) } else { groups[number].append(claim) }
        }
        let (pairs, overflow) = groups.count.multipliedReportingOverflow(by: groups.count)
        guard !overflow, budget.spend(place.claims.count), budget.spend(pairs) else { return nil }
        let strands = groups.map { $0.map { place.claims[$0].strand } }
        // The source of a group that has but one.
        let sources = strands.map { group in
            group.allSatisfy { $0.source == group[0].source } ? group[0].source : nil
        }
        var readings: [Reading] = []
        for (first, claims) in groups.enumerated() {
            for second in first..<groups.count where second > first || claims.count > 1 {
                let isEqual = second == first
                let pair = [claims[0], isEqual ? claims[1] : groups[second][0]]
                let reading = reading(
                    of: equation, sides: pair.map { [place.claims[$0]] }, amounts: pair.map { place.amounts[$0] },
                    label: sources[first] != nil && sources[first] == sources[second] ? .oneSource : .betweenSources,
                    covers: Covers([isEqual ? .anyTwo(strands[first]) : .oneOfEach([strands[first], strands[second]])]),
                    in: relation)
                if let reading { readings.append(reading) }
            }
        }
        return (readings, 0)
    }

    private func readings(
        of equation: Equation, in relation: Relation, _ budget: inout WorkBudget
    ) -> (readings: [Reading], mixed: Int128?)? {
        let ids = relation.figures
        // What compares nothing but days needs nobody's figures.
        guard !ids.isEmpty else {
            let datedBy = sources(of: equation.days.map(\.operand), in: relation)
            let reading = reading(
                of: equation, sides: [], amounts: [], datedBy: datedBy, label: Reading.Label(datedBy: datedBy),
                covers: .none, in: relation)
            return ([reading].compactMap { $0 }, 0)
        }
        guard let search = ReadingSearch(ids.map { places[$0]?.strandFigures ?? [] }, strands, budget: &budget) else {
            return nil
        }
        let targets = equation.targets(conversions) { statistics[$0]?.unit }
        let readings = search.combinations.compactMap { combination in
            reading(of: equation, combination, targets, covers: search.covers(of: combination), in: relation)
        }
        return (readings, search.mixed)
    }

    private func reading(
        of equation: Equation, _ combination: Combination, _ targets: [String: Conversions.Target], covers: Covers,
        in relation: Relation
    ) -> Reading? {
        let spots = Dictionary(zip(relation.figures, combination.choice)) { first, _ in first }
        let taken = equation.sides.map { side in
            side.compactMap { id -> (claim: Claim, amount: Amount)? in
                guard let place = places[id], let spot = spots[id] else { return nil }
                guard let target = targets[id] else { return (place.claims[spot], place.amounts[spot]) }
                let claim = place.claims[spot].converted(to: target)
                return (claim, Amount(claim.quantity))
            }
        }
        return reading(
            of: equation, sides: taken.map { $0.map(\.claim) },
            amounts: taken.map { $0.map(\.amount).reduce(.zero, +) },
            label: Reading.Label(combination, covers), passingOver: combination.passedOver, covers: covers, in: relation
        )
    }

    private func reading(
        of equation: Equation, sides: [[Claim]], amounts: [Amount], datedBy: [String] = [],
        label: Reading.Label, passingOver passedOver: Int = 0, covers: Covers, in relation: Relation
    ) -> Reading? {
        let days = equation.days.map { day in (dating(of: day.operand), day.bound) }
        let ends = days.map { dating, bound in dating.map { bound == .start ? $0.start : $0.end } ?? .unknown }
        guard let comparison = equation.comparison(of: amounts + ends.map { Amount($0) }) else { return nil }
        let isComparable = relation.comparability == nil
        return Reading(
            sides: sides, datedBy: datedBy,
            days: days.map { dating, bound in dating.map { Reading.Day(dating: $0, bound: bound) } },
            label: label, passedOver: passedOver, covers: covers, stated: .amount(comparison.written.stated),
            computed: .amount(comparison.written.computed),
            difference: isComparable ? comparison.stated - comparison.computed : nil,
            miss: isComparable ? comparison.miss : nil,
            verdict: softened(comparison.verdict, by: relation.comparability))
    }

    func softened(_ verdict: Verdict, by comparability: Relation.Comparability?) -> Verdict {
        verdict == .contradiction && comparability != nil ? .tension : verdict
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
