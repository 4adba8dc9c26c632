package import Archive
package import Evidence

extension Snapshot {
    /// Returns how many records of each kind there are, in one phrase.
    package func summary(in language: Language = .english) -> String {
        let counts = [
            sources.records.count, events.records.count, statistics.records.count, claims.records.count,
            checks.records.count, discrepancies.records.count,
        ]
        return switch language {
        case .english:
            zip(counts, ["sources", "events", "statistics", "claims", "checks", "discrepancies"])
                .map { "\($0) \($1)" }.joined(separator: ", ")
        case .lithuanian:
            // A noun after a number would have to agree with it; before a colon it need not.
            zip(["šaltiniai", "įvykiai", "rodikliai", "teiginiai", "patikros", "neatitikimai"], counts)
                .map { "\($0): \($1)" }.joined(separator: ", ")
        }
    }
}
