import Evidence

/// A table as CSV (RFC 4180): a header row, CRLF, quotation marks where they are needed.
enum CSVText {
    static func write(_ table: Table, dialect: Dialect) -> [UInt8] {
        var text = dialect == .excel ? "\u{FEFF}" : ""
        append(table.columns.map { .text($0.name) }, of: table.columns, dialect, to: &text)
        for row in table.rows { append(row, of: table.columns, dialect, to: &text) }
        return Array(text.utf8)
    }

    private static func append(_ row: [Cell], of columns: [Column], _ dialect: Dialect, to text: inout String) {
        for (index, (cell, column)) in zip(row, columns).enumerated() {
            if index > 0 { text += dialect == .excel ? ";" : "," }
            text += field(cell, column, dialect)
        }
        text += "\r\n"
    }

    private static func field(_ cell: Cell, _ column: Column, _ dialect: Dialect) -> String {
        switch cell {
        case .none: ""
        case .number(let number):
            dialect == .excel ? number.description.replacing(".", with: ",") : number.description
        case .flag(let flag): flag ? "true" : "false"
        case .text(let text): quoted(defused(text))
        case .list(let texts): quoted(defused(texts.joined(separator: column.separator ?? " ")))
        }
    }

    /// A spreadsheet runs what begins so as a formula: an apostrophe before it makes it text.
    private static func defused(_ text: String) -> String {
        guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return text }
        return "'" + text
    }

    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { ",;\"\r\n".utf8.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
