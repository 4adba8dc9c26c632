package import Archive
package import Checks
package import Evidence
import Foundations
package import Reasoning
import Wording

extension RecordEncoding<Conflict> {
    package static let conflicts = RecordEncoding(
        path: "conflicts", singular: "conflict", title: .conflicts,
        about: "A minimal set of figures that cannot all be right.", id: \.id,
        fields: [
            .init("id", .id, "The same as long as its figures are.", show: .brief) { conflict, _, _ in
                .text(conflict.id)
            },
            .init("title", .localized, "What cannot all be right, in a few words.", show: .brief) {
                .text(WeighingText($1, in: $2).title(of: $0))
            },
            .init(
                "kind", .choice(Conflict.Kind.allCases.map(\.rawValue)),
                "Whether several relations together, one relation, or one statistic with several figures shows it.",
                show: .brief
            ) { conflict, _, _ in .term(conflict.kind.rawValue, conflict.kind.label) },
            .init(
                "figures", .list(of: "answer.json#/$defs/weighedFigure"), "The figures.",
                columns: [
                    .init("figures", separator: Column.phrases) { conflict, snapshot, language in
                        .list(conflict.figures.map(WeighingText(snapshot, in: language).figureAndTitle))
                    },
                    .init("claims", separator: Column.ids, show: .program, refersTo: "claims") {
                        conflict, snapshot, _ in
                        .list(conflict.claims(in: snapshot).map(\.id))
                    },
                    .init("sources", separator: Column.ids, show: .program, refersTo: "sources") {
                        conflict, snapshot, _ in .list(conflict.claims(in: snapshot).map(\.source).uniqued())
                    },
                ]
            ) { conflict, context, json in
                json.array(conflict.figures) { $0.figure($1, from: context.snapshot.weighing) }
            },
            .init("statistics", .ids, "The statistics that the figures are of.", refersTo: "statistics") {
                conflict, snapshot, _ in
                let network = snapshot.weighing.network
                return .list(conflict.figures.map { network.nodes[network.figures[$0].node].statistic.id }.uniqued())
            },
            .init(
                "relations", .ids,
                "The relations by which they exclude each other: where single ones do, all of these; none of values.",
                refersTo: "checks"
            ) { conflict, snapshot, _ in
                .list(conflict.constraints.map { snapshot.weighing.network.constraints[$0].relation.id })
            },
            .init(
                "steps", .list(of: "answer.json#/$defs/conflictStep"),
                "The arithmetic, a relation a step; none where the relations say it only all at once, and of values.",
                columns: [
                    .init("steps", separator: Column.phrases) { conflict, snapshot, language in
                        .list(conflict.steps.map(WeighingText(snapshot, in: language).text))
                    }
                ]
            ) { conflict, context, json in
                json.array(conflict.steps) { $0.step($1, from: context.snapshot, in: context.language) }
            },
            .init("unavoidable", .flag, "Whether no other figures of these statistics fit either.") {
                conflict, _, _ in .flag(conflict.isUnavoidable)
            },
            .init("mixed", .flag, "Whether nobody says all of these figures.", titled: "mixedConflict") {
                conflict, _, _ in .flag(conflict.isMixed)
            },
            .init("knot", .optionalID, "The knot that it is in, as in revisions; null of a conflict without figures.") {
                conflict, snapshot, _ in
                Cell(snapshot.weighing.knot(of: conflict.id).map { snapshot.weighing.knots[$0].id })
            },
            .init("discrepancies", .ids, "The discrepancies that it is part of.", refersTo: "discrepancies") {
                conflict, snapshot, _ in
                .list(conflict.checks(in: snapshot).filter { snapshot.discrepancies[$0] != nil })
            },
        ])
}

extension Conflict {
    /// Returns the claims of its figures.
    package func claims(in snapshot: Snapshot) -> [Claim] {
        figures.flatMap { snapshot.weighing.network.figures[$0].claims }
    }

    /// Returns the ids of the checks that it is part of: those of its relations, or those that compare the claims of its statistic.
    package func checks(in snapshot: Snapshot) -> [String] {
        let network = snapshot.weighing.network
        guard kind == .values else { return constraints.map { network.constraints[$0].relation.id } }
        let ids = figures.prefix(1).map { network.nodes[network.figures[$0].node].statistic.id }
        return ids.flatMap { snapshot.checks.records(where: "statistic", is: $0) }
            .filter { $0.relation.constraint.kind == .same }.map(\.id)
    }
}

extension Check {
    /// Returns the conflicts that it is part of, those that nobody asserts too.
    package func conflicts(in snapshot: Snapshot) -> [Conflict] {
        let own = snapshot.conflicts.records(where: "relation", is: id)
        guard relation.constraint.kind == .same else { return own }
        return own
            + relation.statistics.flatMap { snapshot.conflicts.records(where: "statistic", is: $0) }
            .filter { $0.kind == .values }
    }
}
