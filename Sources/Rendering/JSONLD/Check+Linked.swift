package import Archive
package import Evidence
package import Foundations
import Wording

extension Check: LinkedRecord {
    package func title(in snapshot: Snapshot) -> LocalizedText { relation.title }

    /// A piece of work about statistics, based on claims, with a part for each reading: schema.org's review of claims is for
    /// whether they are true, which is not what is checked.
    package func writeNode(_ node: inout JSONText, from snapshot: Snapshot) {
        node.types("CreativeWork")
        node.member("identifier", id)
        node.texts("name", relation.title)
        node.keywords([(verdict.rawValue, verdict.label)])
        writeEvidence(&node, from: snapshot)
    }

    /// What a discrepancy has too.
    func writeEvidence(_ node: inout JSONText, from snapshot: Snapshot) {
        node.member(
            "about",
            values: relation.statistics.map { "/api/v1/statistics/\($0)" }
                + relation.events.map { "/api/v1/events/\($0)" })
        node.paths("isBasedOn", "claims", readings.flatMap(\.claims).uniqued())
        if !readings.isEmpty {
            node.key("hasPart")
            node.array(readings) { json, reading in
                json.object { json in
                    json.types("CreativeWork")
                    json.texts("text", LocalizedText { Arithmetic(reading, of: self, in: $0).text })
                    json.keywords([
                        (reading.label.rawValue, reading.label.label),
                        (reading.verdict.rawValue, reading.verdict.label),
                    ])
                    json.paths("isBasedOn", "claims", reading.claims)
                }
            }
        }
        node.provenance(citations, from: snapshot)
    }
}
