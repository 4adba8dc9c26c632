package import Checks
package import Archive
import Evidence
package import Foundations
package import Wording

extension Discrepancy: LinkedRecord {
    package func title(in language: Language, from snapshot: Snapshot) -> String { title[language] }

    package func writeNode(_ node: inout JSONText, from snapshot: Snapshot, in languages: [Language]) {
        node.types("CreativeWork")
        node.member("identifier", id)
        node.texts("name", title, in: languages)
        node.texts("description", explanation, in: languages)
        node.keywords([(kind.rawValue, kind.label), (verdict.rawValue, verdict.label)], in: languages)
        node.key("mainEntity")
        node.object { json in
            json.types("Question")
            json.texts("text", question, in: languages)
        }
        check.writeEvidence(&node, from: snapshot, in: languages)
    }
}
