package import Evidence

/// The result of testing one relation: every reading, and a verdict.
package struct Check: Hashable, Sendable {
    package let relation: Relation
    /// The coherent readings, those with the same figures as one; where there is none, those that pass over the fewest
    /// sources.
    package let readings: [Reading]
    /// How many ways to take one claim for each statistic are mixed; nil for more than can be counted.
    package let mixed: Int128?
    /// The claims that take part: those that readings show first, then those that say the same or are mixed.
    package let claims: [Claim]
    /// The claims that take part by dating its events, in the same order.
    package let dates: [DatedClaim]
    /// The reading that the verdict rests on: the gravest; of those one whose sides have points, and then the one whose
    /// sides are the farthest apart at the least. nil without readings.
    package let deciding: Reading?
    package let verdict: Verdict

    /// The places that speak to it besides the claims.
    private let places: [Citation]

    /// Every place that speaks to it, each once: those that the relation names, of the editor's sides, of the claims; of
    /// the periods compared where the relation names none.
    package var citations: [Citation] { (places + claims.map(\.citation) + dates.map(\.citation)).uniqued() }

    /// A check has the id of its relation.
    package var id: String { relation.id }

    /// The verdict is the gravest of the coherent readings. Where there is none, those that pass over the fewest sources
    /// decide.
    package init(
        relation: Relation, readings: [Reading], mixed: Int128? = 0, claims: [Claim] = [], dates: [DatedClaim] = [],
        citations: [Citation]
    ) {
        self.relation = relation
        self.readings = readings
        self.mixed = mixed
        self.claims = claims
        self.dates = dates
        places = citations
        deciding = Check.deciding(readings)
        verdict = deciding?.verdict ?? .unresolved
    }

    /// A check without readings: of an editorial conflict, whose verdict is the editor's, and of claims that are to agree
    /// where there is only one.
    package init(relation: Relation, verdict: Verdict, claims: [Claim] = [], citations: [Citation]) {
        self.relation = relation
        readings = []
        deciding = nil
        mixed = 0
        self.claims = claims
        dates = []
        places = citations
        self.verdict = verdict
    }

    /// Whether its figures cannot be put together, since nobody gives one of them: then it neither holds nor fails.
    package var isUntested: Bool { readings.isEmpty && verdict == .unresolved && relation.constraint.equation != nil }

    /// How many readings there are, each counted as often as a least set of strands can say it; nil for more than can be
    /// counted.
    package var readingCount: Int128? {
        readings.reduce(0) { sum, reading in
            guard let sum, let count = reading.count else { return nil }
            let (total, overflow) = sum.addingReportingOverflow(count)
            return overflow ? nil : total
        }
    }

    /// The readings among which the verdict is found: the coherent ones, or those that pass over the fewest sources.
    package var candidates: [Reading] { Check.candidates(readings) }

    /// The verdict over these readings; nil for none.
    package static func verdict(of readings: [Reading]) -> Verdict? { deciding(readings)?.verdict }

    /// Whether claims of several sources take part.
    package var hasSeveralSources: Bool {
        let first = claims.first?.source ?? dates.first?.source
        return claims.contains { $0.source != first } || dates.contains { $0.source != first }
    }

    private static func deciding(_ readings: [Reading]) -> Reading? {
        candidates(readings).reduce(nil) { gravest, reading in
            guard let gravest else { return reading }
            return weight(of: gravest) < weight(of: reading) ? reading : gravest
        }
    }

    private static func candidates(_ readings: [Reading]) -> [Reading] {
        guard let fewest = readings.lazy.map(\.passedOver).min() else { return [] }
        // Mostly all of them.
        return readings.allSatisfy { $0.passedOver == fewest } ? readings : readings.filter { $0.passedOver == fewest }
    }

    private static func weight(of reading: Reading) -> (Verdict, Int, Number) {
        (reading.verdict, reading.hasPoints ? 1 : 0, reading.miss?.low ?? .zero)
    }
}
