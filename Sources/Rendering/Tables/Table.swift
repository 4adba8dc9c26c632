package import Archive
package import Wording

/// Rows under columns: what CSV and plain text are written from.
package struct Table: Sendable {
    package let columns: [Column]
    /// Each with one cell for each column.
    package let rows: [[Cell]]
}

extension Table {
    /// A row for each record. For people, only the columns that they choose by; what describes a table needs no rows.
    package init<Record>(
        _ records: [Record], _ columns: [RecordColumn<Record>], _ format: Format, _ snapshot: Snapshot,
        _ language: Language
    ) {
        let shown = columns.filter { format != .txt || $0.column.display == .brief }
        let rows = format == .csvm ? [] : records
        self.init(
            columns: shown.map(\.column), rows: rows.map { row in shown.map { $0.cell(row, snapshot, language) } })
    }

    /// For a terminal: with the titles of the columns, numbers at the right.
    package func grid(in language: Language) -> TextGrid {
        TextGrid(
            columns.map { column in
                let isNumber = column.datatype == .integer || column.datatype == .decimal
                return TextGrid.Column(column.title(in: language), isRight: isNumber)
            },
            rows.map { row in zip(row, columns).map { $0.text(in: language, separator: $1.textSeparator) } })
    }
}

extension Column {
    /// Ids follow one another; phrases stand below one another.
    var textSeparator: String { separator == Column.phrases ? "\n" : " " }
}
