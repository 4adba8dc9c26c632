package import Archive
import Evidence
package import Foundations
package import Reasoning
package import Wording

extension Conflict: LinkedRecord {
    package func title(in language: Language, from snapshot: Snapshot) -> String {
        WeighingText(snapshot, in: language).title(of: self)
    }

    package func writeNode(_ node: inout JSONText, from snapshot: Snapshot, in languages: [Language]) {
        let network = snapshot.weighing.network
        node.types("CreativeWork")
        node.member("identifier", id)
        node.texts("name", in: languages) { title(in: $0, from: snapshot) }
        node.keywords([(kind.rawValue, kind.label)], in: languages)
        let statistics = figures.map { network.nodes[network.figures[$0].node].statistic.id }
        node.paths("about", "statistics", statistics.uniqued())
        node.paths("isBasedOn", "claims", claims(in: snapshot).map(\.id))
        if !steps.isEmpty {
            node.key("hasPart")
            node.array(steps) { json, step in
                json.object { json in
                    json.types("CreativeWork")
                    json.texts("text", in: languages) { WeighingText(snapshot, in: $0).text(of: step) }
                }
            }
        }
    }
}

extension Revision: LinkedRecord {
    package func title(in language: Language, from snapshot: Snapshot) -> String {
        WeighingText(snapshot, in: language).title(of: self)
    }

    package func writeNode(_ node: inout JSONText, from snapshot: Snapshot, in languages: [Language]) {
        let weighing = snapshot.weighing
        node.types("CreativeWork")
        node.member("identifier", id)
        node.texts("name", in: languages) { title(in: $0, from: snapshot) }
        node.keywords([(unit.rawValue, unit.label)], in: languages)
        let conflicts = weighing.knots[knot].conflicts.map { APIPath.below("conflicts", weighing.conflicts[$0].id) }
        node.member("about", values: conflicts.map { $0 + snapshot.supposed })
    }
}
