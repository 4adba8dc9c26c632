package import Archive
package import Bibliography
import Evidence
package import Foundations
package import Wording

/// A record that can be described as linked data and cited in a bibliography.
package protocol LinkedRecord: Sendable {
    var id: String { get }
    /// The types of a list of them.
    static var listTypes: [String] { get }

    /// Returns the title of the record in a list.
    func title(in language: Language, from snapshot: Snapshot) -> String

    /// Writes the members of its JSON-LD node, in the terms of `LinkedText.context`, with texts in all `languages`.
    func writeNode(_ node: inout JSONText, from snapshot: Snapshot, in languages: [Language])

    /// Returns the bibliography entry. `kind` is the plural name in URLs; `url` pins the version of the dataset.
    func reference(in language: Language, from snapshot: Snapshot, kind: String, url: String) -> Reference
}

extension LinkedRecord {
    package static var listTypes: [String] { ["Dataset", "ItemList"] }

    package func reference(in language: Language, from snapshot: Snapshot, kind: String, url: String) -> Reference {
        Reference(
            part: title(in: language, from: snapshot), kind: kind, id: id, of: snapshot.dataset.identity, in: language,
            url: url)
    }
}
