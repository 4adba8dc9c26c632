import Archive
import Evidence
import HTTPCore

extension RecordEncoding<Check> {
    static let checks = RecordEncoding(
        path: "checks",
        members: [
            "id", "kind", "verdict", "title", "statistics", "events", "comparability", "readings", "discrepancy",
            "links",
        ],
        id: \.id
    ) { check, snapshot, writer in
        let language = writer.language
        let relation = check.relation
        writer.member("id", check.id)
        writer.member("kind", relation.constraint.kind.rawValue)
        writer.member("verdict", check.verdict.rawValue)
        writer.member("title", relation.title)
        writer.member("statistics", relation.statistics)
        writer.member("events", relation.events)
        writer.member("comparability") { json in
            guard let comparability = relation.comparability else { return json.null() }
            json.object { json in
                json.member("differs", comparability.differs.rawValue)
                json.member("reason", comparability.reason[language])
            }
        }
        writer.member("readings") { $0.readings(of: check, in: language) }
        writer.member("discrepancy", snapshot.discrepancies.position(of: check.id) == nil ? nil : check.id)
    }
}
