import Evidence
import Foundations
import Reasoning

extension RecordTable where Record == Conflict {
    /// Creates a table of conflicts. Without being asked for, it lists none that nobody asserts.
    /// `areAll` says whether all claims and relations can be asked for, and not only those of conflicts.
    convenience init(
        conflictsOf weighing: Weighing, of dataset: Dataset, _ declared: [Relation], areAll: Bool, version: UInt64
    ) {
        let (network, conflicts) = (weighing.network, weighing.conflicts)
        let figures = conflicts.map { $0.figures.map { network.figures[$0] } }
        let claims = figures.map { $0.flatMap(\.claims) }
        let statistics = figures.map { $0.map { network.nodes[$0.node].statistic } }
        let relations = conflicts.map { $0.constraints.map { network.constraints[$0].relation } }
        let known = (claims: Set(claims.joined().map(\.id)), relations: Set(relations.joined().map(\.id)))
        self.init(
            "conflicts", conflicts, id: \.id, in: dataset.identity.languages, version: version,
            filters: [
                TermFilter(
                    "kind", of: Conflict.Kind.allCases.map(\.rawValue), terms: conflicts.map { [$0.kind.rawValue] }),
                TermFilter("statistic", of: dataset.statistics.map(\.id), terms: statistics.map { $0.map(\.id) }),
                TermFilter(
                    "claim",
                    of: dataset.statistics.flatMap(\.claims).map(\.id).filter { areAll || known.claims.contains($0) },
                    terms: claims.map { $0.map(\.id) }),
                TermFilter(
                    "relation", of: declared.map(\.id).filter { areAll || known.relations.contains($0) },
                    terms: relations.map { $0.map(\.id) }),
                TermFilter("source", of: dataset.sources.map(\.id), terms: claims.map { $0.map(\.source) }),
                TermFilter("unavoidable", flags: conflicts.map(\.isUnavoidable)),
                TermFilter("mixed", flags: conflicts.map(\.isMixed)),
            ], implicit: ["mixed": ["false"]],
            texts: { conflict in
                conflict.figures.map { SearchedText("title", network.nodes[network.figures[$0].node].statistic.title) }
                    + conflict.constraints.map { SearchedText("title", network.constraints[$0].relation.title) }
            })
    }
}

extension RecordTable where Record == Revision {
    /// Creates a table of revisions. Without being asked for, it lists those that count statistics.
    convenience init(revisionsOf weighing: Weighing, of dataset: Dataset, version: UInt64) {
        let (network, revisions) = (weighing.network, weighing.revisions)
        let statistics = revisions.map { revision in
            weighing.knots[revision.knot].conflicts.flatMap { weighing.conflicts[$0].figures }
                .map { network.nodes[network.figures[$0].node].statistic }
        }
        self.init(
            "revisions", revisions, id: \.id, in: dataset.identity.languages, version: version,
            filters: [
                TermFilter("by", of: Knot.Unit.allCases.map(\.rawValue), terms: revisions.map { [$0.unit.rawValue] }),
                TermFilter("statistic", of: dataset.statistics.map(\.id), terms: statistics.map { $0.map(\.id) }),
            ], implicit: ["by": [Knot.Unit.statistic.rawValue]],
            texts: { revision in
                Set(
                    weighing.knots[revision.knot].conflicts.flatMap { weighing.conflicts[$0].figures }
                        .map { network.figures[$0].node }
                ).sorted().map { SearchedText("title", network.nodes[$0].statistic.title) }
            })
    }
}
