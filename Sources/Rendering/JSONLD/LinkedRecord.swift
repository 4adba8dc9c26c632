package import Archive
import Evidence
package import Foundations
package import Wording

/// A record that linked data describes and a bibliography names.
package protocol LinkedRecord: Sendable {
    var id: String { get }

    /// What the record is called in a list.
    func title(in language: Language, from snapshot: Snapshot) -> String

    /// Writes the members of its JSON-LD node, in the terms of `LinkedText.context`, texts in every one of the languages.
    func writeNode(_ node: inout JSONText, from snapshot: Snapshot, in languages: [Language])

    /// `kind` is the plural name in URLs; `url` pins the version of the dataset.
    func reference(in language: Language, from snapshot: Snapshot, kind: String, url: String) -> Reference
}

extension LinkedRecord {
    package func reference(in language: Language, from snapshot: Snapshot, kind: String, url: String) -> Reference {
        Reference(
            part: title(in: language, from: snapshot), kind: kind, id: id, of: snapshot.dataset.identity, in: language,
            url: url)
    }
}
