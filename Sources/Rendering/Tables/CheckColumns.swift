import Archive
import Evidence
import Wording

extension RecordColumn<Check> {
    static let checks: [RecordColumn] =
        [
            .init("id", "Id", "Id", show: .brief, isRequired: true) { check, _, _ in .text(check.id) },
            .init("kind", "Kind", "Rūšis", show: .program, isRequired: true) { check, _, _ in
                .text(check.relation.constraint.kind.rawValue)
            },
            .init("verdict", "Verdict", "Išvada", show: .brief, isRequired: true) { check, _, _ in
                .term(check.verdict.rawValue, check.verdict.label)
            },
            .init("title", "Title", "Pavadinimas", show: .brief, isRequired: true) { .text($0.relation.title[$2]) },
            .init("statistics", "Statistics", "Rodikliai", separator: Column.ids, refersTo: "statistics") {
                check, _, _ in
                .list(check.relation.statistics)
            },
            .init("events", "Events", "Įvykiai", separator: Column.ids, refersTo: "events") { check, _, _ in
                .list(check.relation.events)
            },
        ]
        + [
            .init(
                "readingCount", "Number of readings", "Derinių skaičius", .integer, of: "readings", show: .program,
                isRequired: true
            ) {
                check, _, _ in Cell(check.readings.count)
            },
            .arithmetic { $0 },
            .init("difference", "Difference", "Skirtumas", .decimal, of: "readings", show: .program) { check, _, _ in
                Cell(check.deciding?.difference?.point)
            },
            .init("differenceLow", "Difference at least", "Skirtumas nuo", .decimal, of: "readings", show: .program) {
                check, _, _ in
                Cell(check.deciding?.difference?.interval.low)
            },
            .init("differenceHigh", "Difference at most", "Skirtumas iki", .decimal, of: "readings", show: .program) {
                check, _, _ in
                Cell(check.deciding?.difference?.interval.high)
            },
        ] + RecordColumn.comparability { $0 } + [
            .init("explanation", "Explanation", "Paaiškinimas") { Cell($0.relation.explanation?[$2]) },
            .init("question", "Question", "Klausimas") { Cell($0.relation.question?[$2]) },
            .init("discrepancy", "Discrepancy", "Neatitikimas", refersTo: "discrepancies") { check, snapshot, _ in
                snapshot.discrepancies.position(of: check.id) == nil ? .none : .text(check.id)
            },
            .citations { $0.citations },
        ]
}

extension RecordColumn {
    /// The arithmetic of the reading that decided.
    static func arithmetic(of check: @escaping @Sendable (Record) -> Check) -> RecordColumn {
        .init("arithmetic", "Arithmetic", "Skaičiavimas", of: "readings", show: .program) { record, _, language in
            let check = check(record)
            return Cell(check.deciding.map { Arithmetic($0, of: check, in: language).text })
        }
    }

    /// Why the sides may not be subtracted.
    static func comparability(of check: @escaping @Sendable (Record) -> Check) -> [RecordColumn] {
        [
            .init("comparabilityDiffers", "Not the same", "Kas nesutampa", of: "comparability") { record, _, _ in
                Cell(check(record).relation.comparability?.differs.rawValue)
            },
            .init("comparabilityReason", "Not comparable", "Kodėl nelyginama", of: "comparability") {
                Cell(check($0).relation.comparability?.reason[$2])
            },
        ]
    }
}
