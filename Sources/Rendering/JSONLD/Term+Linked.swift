package import Archive
package import Evidence
package import Foundations
package import Wording

extension Vocabulary.Term: LinkedRecord {
    package static var listTypes: [String] { ["Dataset", "ItemList", "DefinedTermSet"] }

    package func title(in language: Language, from snapshot: Snapshot) -> String { label[language] }

    package func writeNode(_ node: inout JSONText, from snapshot: Snapshot, in languages: [Language]) {
        node.types("DefinedTerm")
        node.member("termCode", id)
        node.texts("name", label, in: languages)
        node.texts("description", note, in: languages)
        node.identity(of: self)
    }
}
