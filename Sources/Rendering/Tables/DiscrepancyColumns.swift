import Evidence
import Wording

extension RecordColumn<Discrepancy> {
    static let discrepancies: [RecordColumn] =
        [
            .init("id", show: .brief, isRequired: true) { discrepancy, _, _ in .text(discrepancy.id) },
            .init("kind", isRequired: true) { discrepancy, _, _ in
                .term(discrepancy.kind.rawValue, discrepancy.kind.label)
            },
            .init("verdict", show: .brief, isRequired: true) { discrepancy, _, _ in
                .term(discrepancy.verdict.rawValue, discrepancy.verdict.label)
            },
            .init("title", show: .brief, isRequired: true) { .text($0.title[$2]) },
            .init("explanation", isRequired: true) { .text($0.explanation[$2]) },
            .init("question", isRequired: true) { .text($0.question[$2]) },
            .init("check", show: .program, isRequired: true, refersTo: "checks") {
                discrepancy, _, _ in
                .text(discrepancy.check.id)
            },
            .init("statistics", separator: Column.ids, refersTo: "statistics") {
                discrepancy, _, _ in .list(discrepancy.check.relation.statistics)
            },
            .init("claims", separator: Column.ids, show: .program, refersTo: "claims") {
                discrepancy, _, _ in
                .list(discrepancy.claims)
            },
            .init(
                "sources", of: "citations", separator: Column.ids, show: .program,
                refersTo: "sources"
            ) {
                discrepancy, _, _ in .list(discrepancy.citations.map(\.source).uniqued())
            },
            .arithmetic { $0.check },
            .init("differenceAbsolute", .decimal, of: "difference", show: .brief) {
                discrepancy, _, _ in Cell(discrepancy.difference?.absolute)
            },
            .init("differenceLow", .decimal, of: "difference", show: .program) {
                discrepancy, _, _ in Cell(discrepancy.difference?.low)
            },
            .init("differenceHigh", .decimal, of: "difference", show: .program) {
                discrepancy, _, _ in Cell(discrepancy.difference?.high)
            },
            .init("differenceRelative", .decimal, of: "difference") {
                discrepancy, _, _ in Cell(discrepancy.difference?.relative)
            },
            .init("differenceUnit", of: "difference") {
                discrepancy, snapshot, _ in
                guard discrepancy.difference != nil, let unit = discrepancy.check.unit(in: snapshot) else {
                    return .none
                }
                if unit == "days" { return .term(unit, .word(.days)) }
                return Cell(unit, of: .unit, in: snapshot.vocabulary)
            },
        ]
        + RecordColumn.comparability { $0.check } + [
            .init("sides", separator: Column.phrases, show: .program) { discrepancy, _, language in
                .list(discrepancy.check.sides.map { $0.statement[language] })
            },
            .citations { $0.citations },
        ]
}
