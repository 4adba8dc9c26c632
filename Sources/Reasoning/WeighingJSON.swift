import Evidence
import Foundations

/// A weighing as one JSON object. Figures are told by their statistic and their claims, relations by their ids. An end that has no
/// last decimal is moved outwards to one of six; `null` is no end.
package struct WeighingJSON {
    private let weighing: Weighing
    private var network: Network { weighing.network }

    package init(_ weighing: Weighing) { self.weighing = weighing }

    package var bytes: [UInt8] {
        var json = JSONText()
        json.object { json in
            json.key("conflicts")
            json.array(weighing.conflicts) { write($1, &$0) }
            json.key("knots")
            json.array(weighing.knots) { write($1, &$0) }
            json.key("statistics")
            json.array(Array(network.nodes.indices)) { write(node: $1, &$0) }
            json.key("leftOut")
            json.array(network.leftOut) { json, left in
                json.object {
                    $0.member("id", left.id)
                    $0.member("reason", left.reason.rawValue)
                }
            }
            json.key("loose")
            json.array(weighing.loose) { $0.string(network.constraints[$1].relation.id) }
            json.key("truncated")
            json.array(weighing.truncated) { json, number in
                json.array(network.components[number].nodes) { $0.string(network.nodes[$1].statistic.id) }
            }
        }
        return json.bytes
    }

    private func write(_ conflict: Conflict, _ json: inout JSONText) {
        json.object { json in
            json.member("id", conflict.id)
            json.member("kind", conflict.kind.rawValue)
            json.key("figures")
            json.array(conflict.figures) { write(figure: $1, &$0) }
            json.key("relations")
            json.array(conflict.constraints) { $0.string(network.constraints[$1].relation.id) }
            flag("unavoidable", conflict.isUnavoidable, &json)
            flag("mixed", conflict.isMixed, &json)
        }
    }

    private func write(_ knot: Knot, _ json: inout JSONText) {
        json.object { json in
            json.key("conflicts")
            json.array(knot.conflicts) { $0.string(weighing.conflicts[$1].id) }
            json.key("revisions")
            json.object { json in
                for unit in Knot.Unit.allCases {
                    guard let revisions = knot.revisions[unit] else { continue }
                    json.key(unit.rawValue)
                    json.object { json in
                        json.member("cost", revisions.cost)
                        json.key("sets")
                        json.array(revisions.sets) { json, set in
                            json.array(set) { json, member in
                                if unit == .statistic {
                                    json.string(network.nodes[member].statistic.id)
                                } else {
                                    write(figure: member, &json)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// A figure by the ids of its claims.
    private func write(figure: Int, _ json: inout JSONText) {
        json.array(network.figures[figure].claims) { $0.string($1.id) }
    }

    private func write(node: Int, _ json: inout JSONText) {
        json.object { json in
            json.member("id", network.nodes[node].statistic.id)
            json.key("figures")
            json.array(Array(network.nodes[node].figures)) { json, figure in
                json.object { json in
                    json.key("claims")
                    write(figure: figure, &json)
                    json.member("stands", weighing.standings[figure]?.rawValue)
                    json.key("conflicts")
                    json.array(weighing.conflicts(of: figure)) { $0.string(weighing.conflicts[$1].id) }
                }
            }
            for (name, implied) in [("implied", weighing.implied[node]), ("together", weighing.together[node])] {
                guard let implied else { continue }
                json.key(name)
                write(implied, &json)
            }
        }
    }

    private func write(_ implied: Implied, _ json: inout JSONText) {
        json.object { json in
            for (name, end, rounding) in [
                ("low", implied.low, Number.Rounding.down), ("high", implied.high, Number.Rounding.up),
            ] {
                json.key(name)
                json.raw((end?.value.decimal(rounding)?.description ?? "null").utf8)
                guard let end else { continue }
                if !end.isReached { flag("\(name)Open", true, &json) }
                guard let basis = end.basis else { continue }
                json.key("\(name)Because")
                json.array(basis.figures) { write(figure: $1, &$0) }
                json.key("\(name)By")
                json.array(basis.constraints) { $0.string(network.constraints[$1].relation.id) }
            }
            for (name, doubts) in [("lowDoubts", implied.lowDoubts), ("highDoubts", implied.highDoubts)]
            where !doubts.isEmpty {
                json.key(name)
                json.array(doubts) { $0.string($1) }
            }
            flag("fits", implied.fits, &json)
            json.key("without")
            json.array(implied.without) { json, sets in
                json.array(sets) { json, set in
                    json.array(set) { $0.string(network.nodes[$1].statistic.id) }
                }
            }
        }
    }

    private func flag(_ name: String, _ value: Bool, _ json: inout JSONText) {
        json.key(name)
        json.raw((value ? "true" : "false").utf8)
    }
}
