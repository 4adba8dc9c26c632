import Checks
import Evidence
import Wording

/// The figure of one source for one statistic, as a row of a table.
struct MatrixCell: Sendable {
    let row: MatrixRow
    let cell: MatrixRow.Cell
    let source: Source

    static let columns: [RecordColumn<MatrixCell>] = [
        .init("statistic", isRequired: true, refersTo: "statistics") { cell, _, _ in
            .text(cell.row.statistic.id)
        },
        .init("title", show: .brief, isRequired: true) { .text($0.row.statistic.title[$2]) },
        .init("unit", isRequired: true) { cell, snapshot, _ in
            Cell(cell.row.statistic.unit, of: .unit, in: snapshot.vocabulary)
        },
        .init("period", .edtf, isRequired: true) { cell, _, _ in
            .period(cell.row.statistic.period, .whole)
        },
        .init("source", show: .brief, isRequired: true, refersTo: "sources") { cell, _, _ in
            .text(cell.source.id)
        },
        .init("independence", isRequired: true) { cell, _, _ in
            .term(cell.source.independence.rawValue, cell.source.independence.label)
        },
        .init("silence", .boolean, show: .brief, isRequired: true) { cell, _, _ in
            .flag(cell.cell.claims.isEmpty)
        },
        .init("value", .decimal, show: .brief) { cell, _, _ in Cell(cell.cell.figure?.value) },
        .init("qualifier") { cell, _, _ in
            cell.cell.figure?.qualifier.map { .term($0.rawValue, $0.label) } ?? .none
        },
        .init("low", .decimal, show: .brief) { cell, _, _ in Cell(cell.cell.figure?.interval.shown().low) },
        .init("high", .decimal, show: .brief) { cell, _, _ in Cell(cell.cell.figure?.interval.shown().high) },
        .init("claims", separator: Column.ids, refersTo: "claims") { cell, _, _ in
            .list(cell.cell.claims.map(\.id))
        },
        .init("attribution", separator: Column.ids) { cell, _, _ in
            .list(cell.cell.claims.map(\.attribution.rawValue).uniqued())
        },
        .init("contested", .boolean, isRequired: true) { cell, _, _ in
            .flag(cell.row.statistic.isContested)
        },
        .init("verdict", show: .brief) { cell, _, _ in
            cell.row.verdict.map { .term($0.rawValue, $0.label) } ?? .none
        },
        .init("corroborated", .boolean, isRequired: true) { cell, _, _ in
            .flag(cell.row.isCorroborated)
        },
    ]

    /// Returns the columns with what a viewpoint says of the statistic, which repeat on each of its rows.
    static func viewed(_ viewpoint: Viewpoint) -> [RecordColumn<MatrixCell>] {
        RecordEncoding.statistics.viewed(viewpoint).map { RecordColumn($0) { $0.row.statistic } }
    }
}

extension RecordColumn {
    /// Creates the same column for a part of the record.
    init<Part>(_ other: RecordColumn<Part>, of part: @escaping @Sendable (Record) -> Part) {
        column = other.column
        cell = { record, snapshot, language in other.cell(part(record), snapshot, language) }
    }
}
