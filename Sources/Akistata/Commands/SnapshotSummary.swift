import Archive
import Evidence

extension Snapshot {
    /// How much there is of everything, in one phrase.
    var summary: String {
        [
            (sources.records.count, "sources"), (events.records.count, "events"),
            (statistics.records.count, "statistics"), (claims.records.count, "claims"),
            (checks.records.count, "checks"), (discrepancies.records.count, "discrepancies"),
        ]
        .map { "\($0) \($1)" }.joined(separator: ", ")
    }
}
