package import Archive
package import Evidence
package import Foundations
package import Wording

extension Change: LinkedRecord {
    package func title(in language: Language, from snapshot: Snapshot) -> String {
        language.words.fill(.changeTitle, ["n": version])
    }

    package func writeNode(_ node: inout JSONText, from snapshot: Snapshot, in languages: [Language]) {
        node.types("CreativeWork")
        node.texts("name", in: languages) { title(in: $0, from: snapshot) }
        node.texts("description", summary, in: languages)
        node.member("version", version)
        node.key("datePublished")
        node.object { json in
            json.member("@value", date.description)
            json.member("@type", "xsd:date")
        }
        node.key("about")
        node.object { $0.member("@id", APIPath.root) }
    }
}
