package import Archive
package import Evidence
package import Foundations

extension Change: LinkedRecord {
    package func title(in snapshot: Snapshot) -> LocalizedText {
        LocalizedText(english: "Version \(version)", lithuanian: "\(version) versija")
    }

    package func writeNode(_ node: inout JSONText, from snapshot: Snapshot) {
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
