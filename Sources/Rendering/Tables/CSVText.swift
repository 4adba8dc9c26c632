import Evidence

/// Tables as CSV (RFC 4180): a header row, CRLF, quotation marks where needed.
///
/// Spreadsheets run a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end as a formula, so text that does is
/// prefixed with an apostrophe. Numbers and dates never are, not even negative ones: no EDTF value does anything as a
/// formula but subtract.
package enum CSVText {
    package static func write(_ table: Table, dialect: Dialect) -> [UInt8] {
        table.rows.reduce(into: header(table.columns, dialect)) { $0 += row($1, of: table.columns, dialect) }
    }

    /// Returns the header row with the names of the columns.
    package static func header(_ columns: [Column], _ dialect: Dialect) -> [UInt8] {
        dialect.mark.utf8 + row(columns.map { .text($0.name) }, of: columns, dialect)
    }

    /// Returns a row, including its line end.
    package static func row(_ row: [Cell], of columns: [Column], _ dialect: Dialect) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(row.count * 32)
        var isFirst = true
        for (cell, column) in zip(row, columns) {
            if !isFirst { bytes += dialect.delimiter.utf8 }
            bytes += field(cell, column, dialect).utf8
            isFirst = false
        }
        bytes += "\r\n".utf8
        return bytes
    }

    private static func field(_ cell: Cell, _ column: Column, _ dialect: Dialect) -> String {
        switch cell {
        case .none: ""
        case .number(let number): number.text(group: "", point: dialect.point)
        case .flag(let flag): flag ? "true" : "false"
        case .day(let day): day.isoText
        case .period(let period, let sense): quoted(period.gregorianText(sense))
        case .text(let text), .term(let text, _): quoted(defused(text))
        case .list(let texts): quoted(defused(texts.joined(separator: column.separator ?? " ")))
        case .terms(let terms): quoted(defused(terms.map(\.id).joined(separator: column.separator ?? " ")))
        }
    }

    private static func defused(_ text: String) -> String {
        switch text.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: "'" + text
        default: text
        }
    }

    private static func quoted(_ text: String) -> String {
        let (mark, bytes) = (UInt8(ascii: "\""), text.utf8)
        let isPlain = bytes.allSatisfy { byte in
            byte != mark && byte != UInt8(ascii: ",") && byte != UInt8(ascii: ";") && byte != 0x0D && byte != 0x0A
        }
        if isPlain { return text }
        guard bytes.contains(mark) else { return "\"" + text + "\"" }
        var quoted = [mark]
        for byte in bytes { quoted += byte == mark ? [mark, mark] : [byte] }
        return String(decoding: quoted + [mark], as: UTF8.self)
    }
}

extension CalendarDay {
    /// The day as an XML Schema date: EDTF marks years of more than four digits with a Y, XML Schema does not.
    fileprivate var isoText: String {
        let text = description
        return text.hasPrefix("Y") ? String(text.dropFirst()) : text
    }
}
