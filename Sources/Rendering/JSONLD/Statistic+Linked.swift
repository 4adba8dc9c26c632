package import Archive
package import Evidence
package import Foundations
package import Wording

extension Statistic: LinkedRecord {
    package func title(in language: Language, from snapshot: Snapshot) -> String { title[language] }

    package func writeNode(_ node: inout JSONText, from snapshot: Snapshot, in languages: [Language]) {
        let vocabulary = snapshot.dataset.identity.vocabulary
        let terms = [(Vocabulary.Kind.measure, measure), (.population, population)]
        node.types("StatisticalVariable")
        node.member("identifier", id)
        node.texts("name", title, in: languages)
        node.texts("description", note, in: languages)
        node.member("date", period.gregorianText(.whole))
        for (name, (kind, id)) in zip(["measuredProperty", "populationType"], terms) {
            node.key(name)
            node.object { json in
                json.types("DefinedTerm")
                json.member("termCode", id)
                json.texts("name", vocabulary[kind, id]?.label, in: languages)
                if let term = vocabulary[kind, id] { json.identity(of: term) }
            }
        }
        node.key("observations")
        node.array(standingClaims) { json, claim in
            json.object { json in
                json.member("@id", APIPath.below("claims", claim.id))
                claim.writeNode(&json, from: snapshot, in: languages)
            }
        }
        node.provenance(citations, from: snapshot)
    }
}
