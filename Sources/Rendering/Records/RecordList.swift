package import Checks
package import Archive
import Evidence
package import Foundations
package import Wording

/// Some records of one table, in all the formats of a list.
package struct RecordList<Record: Sendable> {
    package let table: EncodedTable<Record>
    /// The positions of the records in the table, in the requested order.
    package let positions: [Int]
    package let language: Language
    /// The requested members; nil for all.
    package let fields: [String]?
    package let snapshot: Snapshot
    /// The requested viewpoint.
    package let viewpoint: Viewpoint

    /// Creates a list from its properties.
    package init(
        table: EncodedTable<Record>, positions: [Int], language: Language, fields: [String]?, snapshot: Snapshot,
        viewpoint: Viewpoint
    ) {
        self.table = table
        self.positions = positions
        self.language = language
        self.fields = fields
        self.snapshot = snapshot
        self.viewpoint = viewpoint
    }

    /// Whether the records are sent as they were encoded at load.
    private var isReady: Bool { fields == nil && viewpoint == .all }

    /// Whether the records should be encoded while being sent.
    package var isLong: Bool { positions.count > [Int].mostAtOnce }

    package var records: [Record] {
        positions.filter(table.table.records.indices.contains).map { table.table.records[$0] }
    }

    /// Returns a JSON document with the records in an array, followed by what `tail` writes.
    package func document(tail: (inout JSONText, _ count: Int) -> Void) -> [UInt8] {
        var bytes = JSONPiece.list
        bytes.reserveCapacity(table.encoded.expectedCount(of: positions.count))
        if isReady {
            table.encoded.append(recordsAt: positions, in: language, to: &bytes)
        } else {
            for (place, position) in positions.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                append(recordAt: position, to: &bytes)
            }
        }
        bytes.append(UInt8(ascii: "]"))
        var json = JSONText(continuing: bytes)
        bytes = []
        tail(&json, positions.count)
        return json.bytes
    }

    /// The records as one JSON object per line.
    package var lines: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(table.encoded.expectedCount(of: positions.count))
        for position in positions { append(lineAt: position, to: &bytes) }
        return bytes
    }

    /// The records as one JSON object per line, encoded while being sent.
    package var producedLines: Producer { positions.produced { append(lineAt: $0, to: &$1) } }

    /// Returns the table as CSV, encoded while being sent.
    package func producedTable(_ dialect: Dialect) -> Producer {
        let (columns, snapshot) = (columns(.csv), snapshot)
        let described = columns.map(\.column)
        return positions.produced(head: CSVText.header(described, dialect)) { position, chunk in
            guard table.table.records.indices.contains(position) else { return }
            let record = table.table.records[position]
            chunk += CSVText.row(columns.map { $0.cell(record, snapshot, language) }, of: described, dialect)
        }
    }

    private func append(lineAt position: Int, to bytes: inout [UInt8]) {
        append(recordAt: position, to: &bytes)
        bytes += JSONPiece.newline
    }

    /// Appends a record as a JSON object: as encoded at load, or newly encoded if only some members are requested.
    package func append(recordAt position: Int, to bytes: inout [UInt8]) {
        if isReady {
            table.encoded.append(recordAt: position, in: language, to: &bytes)
        } else if table.table.records.indices.contains(position) {
            bytes += table.encoding.encode(
                table.table.records[position], from: snapshot, in: language, viewpoint: viewpoint,
                fields: fields)
        }
    }

    /// Returns the columns: for people, only those that help them choose a record; for programs, all.
    private func columns(_ format: Format) -> [RecordColumn<Record>] {
        table.encoding.columns(under: viewpoint).filter { column in
            fields?.contains(column.column.member) ?? (format != .txt || column.column.display == .brief)
        }
    }

    /// Returns the records as a table with the columns for the format; without rows if it describes the CSV.
    package func table(_ format: Format) -> Table {
        let columns = columns(format)
        let records = format == .csvm ? [] : records
        return Table(
            columns: columns.map(\.column),
            rows: records.map { record in columns.map { $0.cell(record, snapshot, language) } })
    }
}
