import Evidence

/// Relations of figures.
extension Checker {
    /// Returns the pairs of claims of one statistic. Pairs of the same two figures are one.
    func pairs(
        of equation: Equation, at place: Place, in relation: Relation, _ budget: inout WorkBudget
    ) -> Found? {
        guard place.claims.count > 1 else { return ([], 0) }
        var groups: [[Int]] = []
        for (claim, strandFigure) in place.strandFigures.enumerated() {
            let number = strandFigure.figure
            if number == groups.count { groups.append([claim]) } else { groups[number].append(claim) }
        }
        let (pairs, overflow) = groups.count.multipliedReportingOverflow(by: groups.count / 2 + 1)
        let (cost, isTooMany) = pairs.multipliedReportingOverflow(by: WorkBudget.reading)
        guard !overflow, !isTooMany, budget.spend(place.claims.count), budget.spend(cost) else { return nil }
        let strands = groups.map { $0.map { place.claims[$0].strand } }
        // The source of a group that has but one.
        let sources = strands.map { group in
            group.allSatisfy { $0.source == group[0].source } ? group[0].source : nil
        }
        var readings: [Reading] = []
        // They are large, and kept: there is to be no room for others.
        readings.reserveCapacity(pairs)
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

    /// Returns the readings of figures, and of what dates stand among them.
    func readings(
        of equation: Equation, at places: ReadPlaces, in relation: Relation, _ budget: inout WorkBudget
    ) -> Found? {
        let stretches = WorkBudget.stretch * stretchCount(of: relation)
        let cost = WorkBudget.reading + equation.form.formula.size * (WorkBudget.symbol + stretches)
        // What compares nothing but days that nobody disputes needs nobody's figures.
        guard !places.isEmpty else {
            guard budget.spend(cost) else { return nil }
            let datedBy = sources(of: equation.days.map(\.operand), in: relation)
            let reading = reading(
                of: equation, sides: [], amounts: [], dates: [:], datedBy: datedBy,
                label: Reading.Label(datedBy: datedBy), covers: .none, in: relation)
            return ([reading].compactMap { $0 }, 0)
        }
        guard let search = ReadingSearch(places.strandFigures, strands, budget: &budget) else { return nil }
        guard budget.spend(cost, times: search.combinations.count) else { return nil }
        let targets = equation.targets(conversions) { statistics[$0]?.unit }
        var readings: [Reading] = []
        readings.reserveCapacity(search.combinations.count)
        for combination in search.combinations {
            let covers = search.covers(of: combination)
            let reading = reading(of: equation, combination, places, targets, covers: covers, in: relation)
            if let reading { readings.append(reading) }
        }
        return (readings, search.mixed)
    }

    func reading(
        of equation: Equation, _ combination: Combination, _ places: ReadPlaces,
        _ targets: [String: Conversions.Target], covers: Covers, in relation: Relation
    ) -> Reading? {
        var amounts: [Amount] = []
        let sides = places.sides.map { side in
            var sum = Amount.zero
            let claims = side.map { number in
                let (place, spot) = (places.figures[number], combination.choice[number])
                guard !targets.isEmpty, let target = targets[places.statistics[number]] else {
                    sum = sum + place.amounts[spot]
                    return place.claims[spot]
                }
                let claim = place.claims[spot].converted(to: target)
                sum = sum + Amount(claim.quantity)
                return claim
            }
            amounts.append(sum)
            return claims
        }
        let dates = dates(of: combination, places)
        return reading(
            of: equation, sides: sides, amounts: amounts, dates: dates,
            datedBy: places.events.compactMap { dates[$0]?.source }.uniqued(),
            label: Reading.Label(combination, covers), passingOver: combination.passedOver, covers: covers, in: relation
        )
    }

    /// `dates` has the claims by which events are dated that have several.
    private func reading(
        of equation: Equation, sides: [[Claim]], amounts: [Amount], dates: [String: DatedClaim] = [:],
        datedBy: [String] = [], label: Reading.Label, passingOver passedOver: Int = 0, covers: Covers,
        in relation: Relation
    ) -> Reading? {
        let days = equation.days.map { day in (dating(of: day.operand, by: dates), day.bound) }
        let ends = days.map { dating, bound in dating.map { bound == .start ? $0.start : $0.end } ?? .unknown }
        guard let comparison = equation.comparison(of: amounts + ends.map { Amount($0) }, datings: days.map(\.0))
        else { return nil }
        let isComparable = relation.comparability == nil
        return Reading(
            sides: sides, dates: relation.events.compactMap { dates[$0] }, datedBy: datedBy,
            days: days.map { dating, bound in dating.map { Reading.Day(dating: $0, bound: bound) } },
            label: label, passedOver: passedOver, covers: covers, stated: .amount(comparison.written.stated),
            computed: .amount(comparison.written.computed),
            difference: isComparable && passedOver == 0 ? comparison.stated - comparison.computed : nil,
            miss: isComparable ? comparison.miss : nil,
            verdict: softened(comparison.verdict, in: relation, passingOver: passedOver))
    }
}
