import Archive
package import Evidence
import Wording

extension RecordEncoding<Check> {
    package static let checks = RecordEncoding(
        path: "checks",
        singular: "check",
        members: [
            "id", "kind", "verdict", "title", "statistics", "events", "explanation", "question", "comparability",
            "readings", "remaining", "discrepancy", "citations",
            "links",
        ],
        title: .checks,
        id: \.id,
        columns: RecordColumn.checks,
        tables: { check, _, language, page in page.check(check, in: language) },
        viewed: { viewpoint in RecordColumn<Check>.viewed(viewpoint) { $0 } }
    ) { check, snapshot, writer in
        let language = writer.language
        let relation = check.relation
        writer.member("id", check.id)
        writer.member("kind", relation.constraint.kind.rawValue)
        writer.member("verdict", check.verdict.rawValue)
        writer.member("title", relation.title)
        writer.member("statistics", relation.statistics)
        writer.member("events", relation.events)
        writer.member("explanation", relation.explanation)
        writer.member("question", relation.question)
        writer.member("comparability") { $0.comparability(relation.comparability, in: language) }
        writer.member("readings") { $0.readings(of: check, in: language) }
        writer.remainder(of: check, from: snapshot)
        writer.member("discrepancy", snapshot.discrepancies.position(of: check.id) == nil ? nil : check.id)
        writer.member("citations") { $0.citations(check.citations) }
    }
}
