package import Checks
package import Evidence
import Foundations
package import Reasoning

/// A dataset with its checks and indexes: everything that responses are made from. It is immutable.
package final class Snapshot: Sendable {
    /// The dataset, with its events by time.
    package let dataset: Dataset
    /// A digest of 16 hexadecimal digits that is the same for the same files in every process; for ETags and cursors.
    package let digest: String
    /// What is supposed in it; nil if nothing is.
    package let supposition: Supposition?
    /// All figures and relations together.
    package let weighing: Weighing
    /// The time of the last change to the files or to links to them, in seconds since 1970; nil for a dataset that was
    /// never on disk.
    package let modified: Int?

    /// The events by time, those with an open start by their end.
    package let events: RecordTable<Event>
    package let statistics: RecordTable<Statistic>
    /// The claims of all statistics, in the order of the statistics.
    package let claims: RecordTable<Claim>
    /// The checks, one for each relation.
    package let checks: RecordTable<Check>
    package let discrepancies: RecordTable<Discrepancy>
    package let conflicts: RecordTable<Conflict>
    package let revisions: RecordTable<Revision>
    package let sources: RecordTable<Source>
    /// The changes, newest first.
    package let changes: RecordTable<Change>
    /// The words that the dataset explains, in its order.
    package let terms: RecordTable<Vocabulary.Term>
    /// How they are found, by language.
    private let glossaries: [LanguageTag: Glossary]
    /// By the id of a source, the positions of the events that it dates in claims, one for each claim.
    package let datedBy: [String: [Int]]
    /// The search across all kinds of records but the changes.
    package let search: SearchIndex
    /// Which sources are connected, so that repetition is not taken for corroboration.
    package let lineage: Lineage
    /// What tests relations against the records.
    package let checker: Checker

    /// Creates a snapshot of a dataset without problems, such as `Loader` returns. The digest of `bytes`
    /// distinguishes its version from others.
    package convenience init(_ dataset: Dataset, digest bytes: some Sequence<UInt8>) {
        var digest = Digest()
        digest.add(bytes)
        self.init(dataset, digest: digest, modified: nil)
    }

    /// `tested` are the checks of the relations, in their order, and what made them; nil where they are still to be made.
    init(
        _ dataset: Dataset, _ tested: (checker: Checker, checks: [Check])? = nil, digest: Digest, modified: Int?,
        supposing supposition: Supposition? = nil,
        of relations: [Relation]? = nil
    ) {
        self.supposition = supposition
        let dataset = dataset.sortedByTime()
        self.dataset = dataset
        self.modified = modified
        self.digest = digest.hexadecimal
        let version = digest.value
        // What filters accept is the same, whatever is supposed.
        let declared = relations ?? dataset.relations
        let named = dataset.events.named(in: declared)
        checker =
            tested?.checker
            ?? Checker(statistics: dataset.statistics, events: named, units: dataset.identity.vocabulary.units)
        let checks = tested?.checks ?? dataset.relations.map(checker.check)
        events = RecordTable(eventsOf: dataset, version: version)
        statistics = RecordTable(statisticsOf: dataset, version: version)
        claims = RecordTable(claimsOf: dataset, version: version)
        sources = RecordTable(sourcesOf: dataset, version: version)
        changes = RecordTable(changesOf: dataset, version: version)
        terms = RecordTable(.term, of: dataset, version: version)
        glossaries = Dictionary(
            dataset.identity.languages.map { ($0, Glossary(dataset.identity.vocabulary[.term], in: $0)) }
        ) { first, _ in first }
        self.checks = RecordTable(
            checks, of: dataset, named: named, areAll: supposition != nil, version: version)
        var datedBy: [String: [Int]] = [:]
        for (position, event) in dataset.events.enumerated() where event.hasClaims {
            for claim in event.claims { datedBy[claim.source, default: []].append(position) }
        }
        self.datedBy = datedBy
        let found = checks.compactMap { Discrepancy($0) }
        discrepancies = RecordTable(
            found, of: dataset, named: named, areAll: supposition != nil, version: version)
        weighing = Weighing(Network(dataset))
        conflicts = RecordTable(
            conflictsOf: weighing, of: dataset, declared, areAll: supposition != nil, version: version)
        revisions = RecordTable(revisionsOf: weighing, of: dataset, version: version)
        search = SearchIndex(
            [
                SearchCollection(statistics), SearchCollection(discrepancies), SearchCollection(events),
                SearchCollection(claims),
                SearchCollection(self.checks, besides: discrepancies.name) { Discrepancy($0) == nil },
                SearchCollection(sources), SearchCollection(terms),
            ], in: dataset.identity.languages, version: version)
        lineage = Lineage(dataset.sources)
    }
}

extension Snapshot {
    /// Returns the terms as they are found in texts of a language of the dataset.
    package func glossary(in language: LanguageTag) -> Glossary {
        glossaries[language] ?? Glossary([], in: language)
    }

    /// Returns the name of the list in which people are shown a check: one that is a discrepancy is shown as that.
    package func list(showing check: String) -> String {
        discrepancies[check] == nil ? checks.name : discrepancies.name
    }
}
