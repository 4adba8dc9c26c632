package import Archive
package import Evidence
package import Foundations
package import Wording

/// Some records of one table, in the forms in which they are given.
package struct RecordList<Record: Sendable> {
    package let table: EncodedTable<Record>
    /// Where they stand in the table, in the order asked for.
    package let positions: [Int]
    package let language: Language
    /// The members asked for; nil for all.
    package let fields: [String]?
    package let snapshot: Snapshot
    /// Whose figures are asked for.
    package let viewpoint: Viewpoint

    /// Takes each member as it is.
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

    /// Begins to give chunks, one after the other until nil.
    package typealias Producer = @Sendable () -> () -> [UInt8]?

    /// More records than these are encoded while they are sent.
    private static var mostAtOnce: Int { 5_000 }

    /// Whether the records are given as they were encoded at load.
    private var isReady: Bool { fields == nil && viewpoint == .all }

    /// Whether the records should be encoded while they are sent.
    package var isLong: Bool { positions.count > RecordList.mostAtOnce }

    package var records: [Record] {
        positions.filter(table.table.records.indices.contains).map { table.table.records[$0] }
    }

    /// A JSON document with the records in an array, and `tail` after it.
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

    /// One JSON object a line.
    package var lines: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(table.encoded.expectedCount(of: positions.count))
        for position in positions { append(lineAt: position, to: &bytes) }
        return bytes
    }

    /// The same, made while it is sent.
    package var producedLines: Producer { producer { append(lineAt: $0, to: &$1) } }

    /// The table as CSV, made while it is sent.
    package func producedTable(_ dialect: Dialect) -> Producer {
        let (columns, snapshot) = (columns(.csv), snapshot)
        let described = columns.map(\.column)
        return producer(head: CSVText.header(described, dialect)) { position, chunk in
            guard table.table.records.indices.contains(position) else { return }
            let record = table.table.records[position]
            chunk += CSVText.row(columns.map { $0.cell(record, snapshot, language) }, of: described, dialect)
        }
    }

    /// `head`, then what `append` adds for each position, in chunks of some ten thousand bytes.
    private func producer(
        head: [UInt8] = [], append: @escaping @Sendable (Int, inout [UInt8]) -> Void
    ) -> Producer {
        { [positions] in
            var next = 0
            var chunk = head
            return {
                while next < positions.count, chunk.count < 32 * 1024 {
                    append(positions[next], &chunk)
                    next += 1
                }
                defer { chunk = [] }
                return chunk.isEmpty ? nil : chunk
            }
        }
    }

    private func append(lineAt position: Int, to bytes: inout [UInt8]) {
        append(recordAt: position, to: &bytes)
        bytes += JSONPiece.newline
    }

    /// Appends a record as a JSON object: as it was encoded at load, or anew when only some members are asked for.
    package func append(recordAt position: Int, to bytes: inout [UInt8]) {
        if isReady {
            table.encoded.append(recordAt: position, in: language, to: &bytes)
        } else if table.table.records.indices.contains(position) {
            bytes += table.encoding.encode(
                table.table.records[position], from: snapshot, in: language, viewpoint: viewpoint,
                fields: fields)
        }
    }

    /// For people, only what they need to choose by; for programs all.
    private func columns(_ format: Format) -> [RecordColumn<Record>] {
        table.encoding.columns(under: viewpoint).filter { column in
            fields?.contains(column.column.member) ?? (format != .txt || column.column.display == .brief)
        }
    }

    /// The records under the columns that fit the format; no rows for what describes the CSV.
    package func table(_ format: Format) -> Table {
        let columns = columns(format)
        let records = format == .csvm ? [] : records
        return Table(
            columns: columns.map(\.column),
            rows: records.map { record in columns.map { $0.cell(record, snapshot, language) } })
    }
}
