import Archive
import Evidence
import HTTPCore

extension Discrepancy: LinkedRecord {
    func title(in snapshot: Snapshot) -> LocalizedText { title }

    func writeNode(_ node: inout JSONText, from snapshot: Snapshot) {
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
