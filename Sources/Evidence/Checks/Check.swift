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

    /// The verdict is the gravest of the readings, but for the mixed ones: those are published, and decide only where
    /// there is no other.
    package init(relation: Relation, readings: [Reading], citations: [Citation]) {
        self.relation = relation
        self.citations = citations.uniqued()
        self.readings = readings
        verdict = Check.deciding(readings)?.verdict ?? .unresolved
    }

    /// An editorial conflict has no readings: the verdict is the editor's.
    package init(relation: Relation, verdict: Verdict, citations: [Citation]) {
        self.relation = relation
        self.citations = citations.uniqued()
        readings = []
        self.verdict = verdict
    }

    /// The reading that the verdict rests on: the gravest, and of those the one with the largest difference.
    package var deciding: Reading? { Check.deciding(readings) }

    /// The reading that a verdict over these would rest on; nil for none.
    package static func deciding(_ readings: [Reading]) -> Reading? {
        let unmixed = readings.filter { $0.label != .mixed }
        let candidates = unmixed.isEmpty ? readings : unmixed
        return candidates.reduce(nil) { gravest, reading in
            guard let gravest else { return reading }
            return weight(of: gravest) < weight(of: reading) ? reading : gravest
        }
    }

    private static func weight(of reading: Reading) -> (Verdict, Number) {
        (reading.verdict, reading.difference?.point?.magnitude ?? .zero)
    }
}
