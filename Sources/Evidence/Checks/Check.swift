/// The result of testing one relation: every reading, and a verdict.
package struct Check: Hashable, Sendable {
    package let relation: Relation
    package let readings: [Reading]
    package let verdict: Verdict
    /// Every place that speaks to it, each once: those that the relation names, of the editor's sides, of the claims; of
    /// the periods compared where the relation names none.
    package let citations: [Citation]

    /// A check has the id of its relation.
    package var id: String { relation.id }

    /// The verdict is the gravest of the coherent readings. Where there is none, those that pass over the fewest sources
    /// decide; nobody says what they say, so that they amount to a `tension` at most.
    package init(relation: Relation, readings: [Reading], citations: [Citation]) {
        self.relation = relation
        self.citations = citations.uniqued()
        self.readings = readings
        verdict = Check.verdict(of: readings) ?? .unresolved
    }

    /// A check without readings: an editorial conflict, whose verdict is the editor's, or one claim that is to agree with none.
    package init(relation: Relation, verdict: Verdict, citations: [Citation]) {
        self.relation = relation
        self.citations = citations.uniqued()
        readings = []
        self.verdict = verdict
    }

    /// The reading that the verdict rests on: the gravest; of those one whose sides have points, and then the one whose
    /// sides are the farthest apart at the least.
    package var deciding: Reading? { Check.deciding(readings) }

    /// The readings among which the verdict is found: the coherent ones, or those that pass over the fewest sources.
    package var candidates: [Reading] { Check.candidates(readings) }

    /// The verdict over these readings; nil for none.
    package static func verdict(of readings: [Reading]) -> Verdict? {
        guard let deciding = deciding(readings) else { return nil }
        return deciding.passedOver == 0 ? deciding.verdict : min(deciding.verdict, .tension)
    }

    private static func deciding(_ readings: [Reading]) -> Reading? {
        candidates(readings).reduce(nil) { gravest, reading in
            guard let gravest else { return reading }
            return weight(of: gravest) < weight(of: reading) ? reading : gravest
        }
    }

    private static func candidates(_ readings: [Reading]) -> [Reading] {
        guard let fewest = readings.lazy.map(\.passedOver).min() else { return [] }
        return readings.filter { $0.passedOver == fewest }
    }

    private static func weight(of reading: Reading) -> (Verdict, Int, Number) {
        (reading.verdict, reading.hasPoints ? 1 : 0, reading.miss?.low ?? .zero)
    }
}
