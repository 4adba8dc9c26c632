import Archive
import Evidence

/// What one source says of one statistic, as a row of a table.
struct MatrixCell: Sendable {
    let row: MatrixRow
    let cell: MatrixRow.Cell
    let source: Source

    static let columns: [RecordColumn<MatrixCell>] = [
        .init("statistic", "Statistic", "Rodiklis") { cell, _, _ in .text(cell.row.statistic.id) },
        .init("title", "Title", "Pavadinimas") { .text($0.row.statistic.title[$2]) },
        .init("unit", "Unit", "Vienetas") { cell, _, _ in .text(cell.row.statistic.unit) },
        .init("period", "Period", "Laikotarpis") { cell, _, _ in .text(cell.row.statistic.period.text) },
        .init("source", "Source", "Šaltinis") { cell, _, _ in .text(cell.source.id) },
        .init("independence", "Independence", "Nepriklausomumas") { cell, _, _ in
            .text(cell.source.independence.rawValue)
        },
        .init("silence", "Silence", "Nutylima", .boolean) { cell, _, _ in .flag(cell.cell.claims.isEmpty) },
        .init("value", "Value", "Reikšmė", .decimal) { cell, _, _ in Cell(cell.cell.figure?.value) },
        .init("qualifier", "Qualifier", "Patikslinimas") { cell, _, _ in
            Cell(cell.cell.figure?.qualifier?.rawValue)
        },
        .init("low", "Low", "Nuo", .decimal) { cell, _, _ in Cell(cell.cell.figure?.interval.low) },
        .init("high", "High", "Iki", .decimal) { cell, _, _ in Cell(cell.cell.figure?.interval.high) },
        .init("claims", "Claims", "Teiginiai", separator: " ") { cell, _, _ in .list(cell.cell.claims.map(\.id)) },
        .init("attribution", "Attribution", "Priskyrimas", separator: " ") { cell, _, _ in
            .list(cell.cell.claims.map(\.attribution.rawValue).uniqued())
        },
        .init("contested", "Contested", "Ginčijama", .boolean) { cell, _, _ in
            .flag(cell.row.statistic.isContested)
        },
        .init("verdict", "Verdict", "Išvada") { cell, _, _ in Cell(cell.row.verdict?.rawValue) },
        .init("corroborated", "Corroborated", "Patvirtinta", .boolean) { cell, _, _ in
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
