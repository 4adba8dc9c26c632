package import Archive
package import Evidence
package import Foundations

/// A record that linked data describes and a bibliography names.
package protocol LinkedRecord: Sendable {
    var id: String { get }

    /// What the record is called in a list.
    func title(in snapshot: Snapshot) -> LocalizedText

    /// Writes the members of its JSON-LD node, in the terms of `LinkedText.context`.
    func writeNode(_ node: inout JSONText, from snapshot: Snapshot)

    /// `kind` is the plural name in URLs; `url` pins the version of the dataset.
    func reference(in language: Language, from snapshot: Snapshot, kind: String, url: String) -> Reference
}

extension LinkedRecord {
    package func reference(in language: Language, from snapshot: Snapshot, kind: String, url: String) -> Reference {
        Reference(
            part: title(in: snapshot)[language], kind: kind, id: id, of: snapshot.dataset.identity, in: language,
            url: url)
    }
}
