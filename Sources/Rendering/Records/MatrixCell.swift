import Archive
import Evidence
import Wording

/// What one source says of one statistic, as a row of a table.
struct MatrixCell: Sendable {
    let row: MatrixRow
    let cell: MatrixRow.Cell
    let source: Source

    static let columns: [RecordColumn<MatrixCell>] = [
        .init("statistic", "Statistic", "Rodiklis", isRequired: true, refersTo: "statistics") { cell, _, _ in
            .text(cell.row.statistic.id)
        },
        .init("title", "Title", "Pavadinimas", show: .brief, isRequired: true) { .text($0.row.statistic.title[$2]) },
        .init("unit", "Unit", "Vienetas", isRequired: true) { cell, snapshot, _ in
            Cell(cell.row.statistic.unit, of: snapshot.vocabulary.units)
        },
        .init("period", "Period", "Laikotarpis", .edtf, isRequired: true) { cell, _, _ in
            .period(cell.row.statistic.period)
        },
        .init("source", "Source", "Šaltinis", show: .brief, isRequired: true, refersTo: "sources") { cell, _, _ in
            .text(cell.source.id)
        },
        .init("independence", "Independence", "Nepriklausomumas", isRequired: true) { cell, _, _ in
            .term(cell.source.independence.rawValue, cell.source.independence.label)
        },
        .init("silence", "Silence", "Nutylima", .boolean, show: .brief, isRequired: true) { cell, _, _ in
            .flag(cell.cell.claims.isEmpty)
        },
        .init("value", "Value", "Skaičius", .decimal, show: .brief) { cell, _, _ in Cell(cell.cell.figure?.value) },
        .init("qualifier", "Qualifier", "Patikslinimas") { cell, _, _ in
            cell.cell.figure?.qualifier.map { .term($0.rawValue, $0.label) } ?? .none
        },
        .init("low", "Low", "Nuo", .decimal, show: .brief) { cell, _, _ in Cell(cell.cell.figure?.interval.low) },
        .init("high", "High", "Iki", .decimal, show: .brief) { cell, _, _ in Cell(cell.cell.figure?.interval.high) },
        .init("claims", "Claims", "Teiginiai", separator: Column.ids, refersTo: "claims") { cell, _, _ in
            .list(cell.cell.claims.map(\.id))
        },
        .init("attribution", "Attribution", "Kieno duomenys", separator: Column.ids) { cell, _, _ in
            .list(cell.cell.claims.map(\.attribution.rawValue).uniqued())
        },
        .init("contested", "Contested", "Ginčijama", .boolean, isRequired: true) { cell, _, _ in
            .flag(cell.row.statistic.isContested)
        },
        .init("verdict", "Verdict", "Išvada", show: .brief) { cell, _, _ in
            cell.row.verdict.map { .term($0.rawValue, $0.label) } ?? .none
        },
        .init("corroborated", "Corroborated", "Patvirtinta", .boolean, isRequired: true) { cell, _, _ in
            .flag(cell.row.isCorroborated)
        },
    ]

    /// What a viewpoint says of the statistic, on each of its rows.
    static func viewed(_ viewpoint: Viewpoint) -> [RecordColumn<MatrixCell>] {
        RecordColumn<Statistic>.viewed(viewpoint).map { RecordColumn($0) { $0.row.statistic } }
    }
}

extension RecordColumn {
    /// The same column of something that the record has.
    init<Part>(_ other: RecordColumn<Part>, of part: @escaping @Sendable (Record) -> Part) {
        column = other.column
        cell = { record, snapshot, language in other.cell(part(record), snapshot, language) }
    }
}
