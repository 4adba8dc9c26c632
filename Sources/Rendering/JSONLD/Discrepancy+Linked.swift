package import Archive
package import Evidence
package import Foundations
import Wording

extension Discrepancy: LinkedRecord {
    package func title(in snapshot: Snapshot) -> LocalizedText { title }

    package func writeNode(_ node: inout JSONText, from snapshot: Snapshot) {
        node.types("CreativeWork")
        node.member("identifier", id)
        node.texts("name", title)
        node.texts("description", explanation)
        node.keywords([(kind.rawValue, kind.label), (verdict.rawValue, verdict.label)])
        node.key("mainEntity")
        node.object { json in
            json.types("Question")
            json.texts("text", question)
        }
        check.writeEvidence(&node, from: snapshot)
    }
}
