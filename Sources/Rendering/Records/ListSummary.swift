package import Archive
package import Wording

/// A list of records: the name in its path, its title for people, and its length.
package struct ListSummary {
    package let name: String
    package let title: Word
    package let count: Int
    package let columns: [Column]

    private init<Record>(_ table: RecordTable<Record>, _ encoding: RecordEncoding<Record>) {
        name = encoding.path
        title = encoding.title
        count = table.listedCount
        columns = encoding.columns.map(\.column)
    }

    /// Returns all lists of records.
    package static func all(of snapshot: Snapshot) -> [ListSummary] {
        [
            ListSummary(snapshot.events, .events), ListSummary(snapshot.statistics, .statistics),
            ListSummary(snapshot.claims, .claims), ListSummary(snapshot.checks, .checks),
            ListSummary(snapshot.discrepancies, .discrepancies), ListSummary(snapshot.conflicts, .conflicts),
            ListSummary(snapshot.revisions, .revisions), ListSummary(snapshot.sources, .sources),
            ListSummary(snapshot.changes, .changes), ListSummary(snapshot.terms, .terms),
        ]
    }
}
