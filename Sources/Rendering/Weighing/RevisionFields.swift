import Archive
import Checks
import Evidence
import Foundations
package import Reasoning
import Wording

extension RecordEncoding<Revision> {
    package static let revisions = RecordEncoding(
        path: "revisions", singular: "revision", title: .revisions,
        about: "The least that would have to go, so that all other figures of a knot can be right.", id: \.id,
        fields: [
            .init("id", .id, "The knot, and what is counted.", show: .program) { revision, _, _ in .text(revision.id) },
            .init("title", .localized, "The least that would have to go, in one sentence.", show: .brief) {
                .text(WeighingText($1, in: $2).title(of: $0))
            },
            .init("knot", .id, "The id of the knot: conflicts that share figures, directly or through others.") {
                revision, snapshot, _ in .text(snapshot.weighing.knots[revision.knot].id)
            },
            .init(
                "by", .choice(Knot.Unit.allCases.map(\.rawValue)),
                "What is counted: statistics that go without a figure, or the witnesses or the claims of figures.",
                titled: "countedBy", show: .brief
            ) { revision, _, _ in .term(revision.unit.rawValue, revision.unit.label) },
            .init("conflicts", .ids, "The conflicts of the knot.", refersTo: "conflicts") { revision, snapshot, _ in
                let weighing = snapshot.weighing
                return .list(weighing.knots[revision.knot].conflicts.map { weighing.conflicts[$0].id })
            },
            .init("cost", .number, "How many have to go; null where that was not worked out.") { revision, _, _ in
                Cell(revision.ways?.cost)
            },
            .init(
                "ways", .list(of: "answer.json#/$defs/way"), "All ways out at that cost, any of which will do.",
                columns: [
                    .init("ways", separator: Column.phrases) { revision, snapshot, language in
                        let text = WeighingText(snapshot, in: language)
                        return .list(revision.ways?.sets.map { text.way($0, by: revision.unit) } ?? [])
                    }
                ]
            ) { revision, context, json in
                let network = context.snapshot.weighing.network
                json.array(revision.ways?.sets ?? []) { $0.way($1, by: revision.unit, in: network) }
            },
        ])
}
