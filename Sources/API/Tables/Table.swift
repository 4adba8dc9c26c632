import Evidence

/// Rows under columns: what CSV and plain text are written from.
struct Table: Sendable {
    let columns: [Column]
    /// Each with one cell for each column.
    let rows: [[Cell]]
}

extension Table {
    /// For a terminal: with the titles of the columns, numbers at the right.
    func grid(in language: Language) -> TextGrid {
        TextGrid(
            columns.map { column in
                let isNumber = column.datatype == .integer || column.datatype == .decimal
                return TextGrid.Column(column.title[language], isRight: isNumber)
            },
            rows.map { row in zip(row, columns).map { $0.text(in: language, separator: $1.textSeparator) } })
    }
}

extension Column {
    /// Ids follow one another; phrases stand below one another.
    var textSeparator: String { separator == Column.phrases ? "\n" : " " }
}
