import Archive
import Evidence
import Wording

extension RecordColumn<Check> {
    static let checks: [RecordColumn] =
        [
            .init("id", show: .brief, isRequired: true) { check, _, _ in .text(check.id) },
            .init("kind", show: .program, isRequired: true) { check, _, _ in
                .text(check.relation.constraint.kind.rawValue)
            },
            .init("verdict", show: .brief, isRequired: true) { check, _, _ in
                .term(check.verdict.rawValue, check.verdict.label)
            },
            .init("title", show: .brief, isRequired: true) { .text($0.relation.title[$2]) },
            .init("statistics", separator: Column.ids, refersTo: "statistics") {
                check, _, _ in
                .list(check.relation.statistics)
            },
            .init("events", separator: Column.ids, refersTo: "events") { check, _, _ in
                .list(check.relation.events)
            },
        ]
        + [
            .init(
                "readingCount", .integer, of: "readings", show: .program,
                isRequired: true
            ) {
                check, _, _ in Cell(check.readings.count)
            },
            .arithmetic { $0 },
            .init("difference", .decimal, of: "readings", show: .program) { check, _, _ in
                Cell(check.deciding?.difference?.point)
            },
            .init("differenceLow", .decimal, of: "readings", show: .program) {
                check, _, _ in
                Cell(check.deciding?.difference?.interval.low)
            },
            .init("differenceHigh", .decimal, of: "readings", show: .program) {
                check, _, _ in
                Cell(check.deciding?.difference?.interval.high)
            },
        ] + RecordColumn.comparability { $0 } + [
            .init("explanation") { Cell($0.relation.explanation?[$2]) },
            .init("question") { Cell($0.relation.question?[$2]) },
            .init("discrepancy", refersTo: "discrepancies") { check, snapshot, _ in
                snapshot.discrepancies.position(of: check.id) == nil ? .none : .text(check.id)
            },
            .citations { $0.citations },
        ]
}

extension RecordColumn {
    /// The arithmetic of the reading that decided.
    static func arithmetic(of check: @escaping @Sendable (Record) -> Check) -> RecordColumn {
        .init("arithmetic", of: "readings", show: .program) { record, _, language in
            let check = check(record)
            return Cell(check.deciding.map { Arithmetic($0, of: check, in: language).text })
        }
    }

    /// Why the sides may not be subtracted.
    static func comparability(of check: @escaping @Sendable (Record) -> Check) -> [RecordColumn] {
        [
            .init("comparabilityDiffers", of: "comparability") { record, _, _ in
                Cell(check(record).relation.comparability?.differs.rawValue)
            },
            .init("comparabilityReason", of: "comparability") {
                Cell(check($0).relation.comparability?.reason[$2])
            },
        ]
    }
}
