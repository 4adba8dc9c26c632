package import Archive
package import Evidence
package import Foundations

extension Statistic: LinkedRecord {
    package func title(in snapshot: Snapshot) -> LocalizedText { title }

    package func writeNode(_ node: inout JSONText, from snapshot: Snapshot) {
        let vocabulary = snapshot.dataset.identity.vocabulary
        let terms = [(vocabulary.measures, measure), (vocabulary.populations, population)]
        node.types("StatisticalVariable")
        node.member("identifier", id)
        node.texts("name", title)
        node.texts("description", note)
        node.member("date", period.text)
        for (name, (list, id)) in zip(["measuredProperty", "populationType"], terms) {
            node.key(name)
            node.object { json in
                json.types("DefinedTerm")
                json.member("termCode", id)
                json.texts("name", list.first { $0.id == id }?.label)
            }
        }
        node.key("observations")
        node.array(claims) { json, claim in
            json.object { json in
                json.member("@id", "/api/v1/claims/\(claim.id)")
                claim.writeNode(&json, from: snapshot)
            }
        }
        node.provenance(citations, from: snapshot)
    }
}
