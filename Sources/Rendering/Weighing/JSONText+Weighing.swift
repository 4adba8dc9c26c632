import Archive
import Evidence
import Foundations
import Reasoning
import Wording

/// What a weighing says, for programs.
extension JSONText {
    /// Appends a figure of a conflict.
    mutating func figure(_ number: Int, from weighing: Weighing) {
        let figure = weighing.network.figures[number]
        object { json in
            json.member("statistic", weighing.network.nodes[figure.node].statistic.id)
            json.member("claims", values: figure.claims.map(\.id))
            json.interval(figure.interval)
            json.member("stands", value: weighing.standings[number]?.rawValue)
        }
    }

    mutating func step(_ step: ConflictStep, from snapshot: Snapshot, in language: Language) {
        let network = snapshot.weighing.network
        object { json in
            json.member("relation", network.constraints[step.constraint].relation.id)
            json.member("statistic", network.nodes[step.node].statistic.id)
            json.member("low", value: step.low?.decimal(.down))
            json.member("high", value: step.high?.decimal(.up))
            json.key("claims")
            json.array(step.figure.map { network.figures[$0].claims } ?? []) { $0.string($1.id) }
            json.member("statement", WeighingText(snapshot, in: language).text(of: step))
        }
    }

    /// Appends what the others allow a statistic to be; null where that is not known, or nothing limits it but its
    /// unit. In words too if it `isTold`.
    mutating func implied(
        _ implied: Implied?, of node: Int, from snapshot: Snapshot, in language: Language, isTold: Bool
    ) {
        guard let implied, implied.isLimited else { return null() }
        let network = snapshot.weighing.network
        object { json in
            json.member("low", value: implied.low?.value.decimal(.down))
            json.member("high", value: implied.high?.value.decimal(.up))
            json.member("fits", value: implied.fits)
            json.member("complete", value: implied.isTight)
            json.member("loose", values: (implied.lowDoubts + implied.highDoubts).uniqued())
            json.key("without")
            json.array(implied.without) { json, sets in
                json.array(sets) { json, set in json.array(set) { $0.string(network.nodes[$1].statistic.id) } }
            }
            for (name, end) in [("lowBecause", implied.low), ("highBecause", implied.high)] {
                json.key(name)
                guard let basis = end?.basis else {
                    json.null()
                    continue
                }
                json.object { json in
                    json.member("claims", values: basis.figures.flatMap { network.figures[$0].claims }.map(\.id))
                    json.member("relations", values: basis.constraints.map { network.constraints[$0].relation.id })
                }
            }
            if isTold {
                json.member("statement", value: WeighingText(snapshot, in: language).statement(of: implied, node))
            }
        }
    }

    /// Appends a way out: its statistics, and its claims unless these go without any figure.
    mutating func way(_ members: [Int], by unit: Knot.Unit, in network: Network) {
        let nodes = unit == .statistic ? members : members.map { network.figures[$0].node }
        let claims = unit == .statistic ? [] : members.flatMap { network.figures[$0].claims }
        object { json in
            json.member("statistics", values: nodes.uniqued().map { network.nodes[$0].statistic.id })
            json.member("claims", values: claims.map(\.id))
        }
    }
}
