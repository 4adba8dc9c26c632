package import Evidence
import Foundations

/// A dataset, its checks and its indexes: everything an answer is made from, never changed once made.
package final class Snapshot: Sendable {
    /// Its events are in the order of their first days.
    package let dataset: Dataset
    /// 16 hexadecimal digits that are the same for the same files, in every process: for ETags and cursors.
    package let digest: String
    /// Seconds since 1970 at which the files were changed last, or links to them; nil for a dataset that was never on disk.
    package let modified: Int?

    /// By date.
    package let events: RecordTable<Event>
    package let statistics: RecordTable<Statistic>
    /// The claims of all statistics, in their order.
    package let claims: RecordTable<Claim>
    /// One for each relation.
    package let checks: RecordTable<Check>
    package let discrepancies: RecordTable<Discrepancy>
    package let sources: RecordTable<Source>
    /// The newest first.
    package let changes: RecordTable<Change>
    /// Over all but the changes.
    package let search: SearchIndex
    /// Which of the sources hang together.
    package let lineage: Lineage

    /// The dataset must be free of problems: what a `Loader` makes. `digest` tells its version apart from others.
    package convenience init(_ dataset: Dataset, digest bytes: some Sequence<UInt8>) {
        var digest = Digest()
        digest.add(bytes)
        self.init(dataset, digest: digest, modified: nil)
    }

    init(_ dataset: Dataset, digest: Digest, modified: Int?) {
        let dataset = dataset.sortedByFirstDay()
        self.dataset = dataset
        self.modified = modified
        self.digest = digest.hexadecimal
        let version = digest.value
        let named = dataset.events.named(in: dataset.relations)
        let checker = Checker(statistics: dataset.statistics, events: named)
        let checks = dataset.relations.map(checker.check)
        events = RecordTable(eventsOf: dataset, version: version)
        statistics = RecordTable(statisticsOf: dataset, version: version)
        claims = RecordTable(claimsOf: dataset, version: version)
        sources = RecordTable(sourcesOf: dataset, version: version)
        changes = RecordTable(changesOf: dataset, version: version)
        self.checks = RecordTable(checks, of: dataset, named: named, version: version)
        let found = checks.compactMap { Discrepancy($0) }
        discrepancies = RecordTable(found, of: dataset, named: named, version: version)
        search = SearchIndex(
            [
                SearchCollection(statistics), SearchCollection(discrepancies), SearchCollection(events),
                SearchCollection(claims), SearchCollection(self.checks), SearchCollection(sources),
            ], in: dataset.identity.languages, version: version)
        lineage = Lineage(dataset.sources)
    }
}
