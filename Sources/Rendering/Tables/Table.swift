package import Archive
package import Wording

/// Rows and columns, from which CSV and plain text are written.
package struct Table: Sendable {
    package let columns: [Column]
    /// The rows, each with one cell for every column.
    package let rows: [[Cell]]
}

extension Table {
    /// Creates a table with a row per record: for people, only with brief columns; for metadata, without rows.
    package init<Record>(
        _ records: [Record], _ columns: [RecordColumn<Record>], _ format: Format, _ snapshot: Snapshot,
        _ language: Language
    ) {
        let shown = columns.filter { format != .txt || $0.column.display == .brief }
        let rows = format == .csvm ? [] : records
        self.init(
            columns: shown.map(\.column), rows: rows.map { row in shown.map { $0.cell(row, snapshot, language) } })
    }

    /// Returns the table for a terminal: with the titles of the columns, and numbers aligned right.
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
    /// The separator of a cell's texts for people: ids are on one line, phrases below one another.
    var textSeparator: String { separator == Column.phrases ? "\n" : " " }
}
