import Archive
import Evidence
import HTTPCore

extension Change: LinkedRecord {
    func title(in snapshot: Snapshot) -> LocalizedText {
        LocalizedText(english: "Version \(version)", lithuanian: "\(version) versija")
    }

    func writeNode(_ node: inout JSONText, from snapshot: Snapshot) {
        node.types("CreativeWork")
        node.texts("name", title(in: snapshot))
        node.texts("description", summary)
        node.member("version", version)
        node.key("datePublished")
        node.object { json in
            json.member("@value", date.description)
            json.member("@type", "xsd:date")
        }
        node.key("about")
        node.object { $0.member("@id", "/api/v1") }
    }
}
