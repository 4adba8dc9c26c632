import Archive
import Evidence
import HTTPCore

/// Some records of one shelf, in the forms in which they are given.
struct RecordList<Record: LinkedRecord> {
    let shelf: EncodedShelf<Record>
    /// Where they stand on the shelf, in the order asked for.
    let positions: [Int]
    let language: Language
    /// The members asked for; nil for all.
    let fields: [String]?
    let edition: Edition
    /// Whose figures are asked for.
    let viewpoint: Viewpoint

    /// More records than these are encoded while they are sent.
    private static var mostAtOnce: Int { 5_000 }

    /// Whether the records are given as they were encoded at load.
    private var isReady: Bool { fields == nil && viewpoint == .all }

    /// Whether the records should be encoded while they are sent.
    var isLong: Bool { positions.count > RecordList.mostAtOnce }

    var records: [Record] {
        positions.filter(shelf.shelf.records.indices.contains).map { shelf.shelf.records[$0] }
    }

    /// A JSON document with the records in an array, and `tail` after it.
    func document(tail: (inout JSONText, _ count: Int) -> Void) -> Representation {
        var bytes = JSONPiece.list
        bytes.reserveCapacity(shelf.expectedCount(of: positions.count))
        let isReady = isReady
        for position in positions {
            if bytes.count > JSONPiece.list.count { bytes.append(UInt8(ascii: ",")) }
            append(recordAt: position, to: &bytes, isReady: isReady)
        }
        bytes.append(UInt8(ascii: "]"))
        var json = JSONText(continuing: bytes)
        bytes = []
        tail(&json, positions.count)
        return Representation(json.octets, as: .json)
    }

    /// One JSON object a line.
    var lines: Representation {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(shelf.expectedCount(of: positions.count))
        for position in positions { append(lineAt: position, to: &bytes) }
        return Representation(bytes, as: .ndjson)
    }

    /// The same, made while it is sent.
    var producedLines: Body { body { append(lineAt: $0, to: &$1) } }

    /// The table as CSV, made while it is sent.
    func producedTable(_ dialect: Dialect) -> Body {
        let (columns, snapshot) = (columns(.csv), edition.snapshot)
        let described = columns.map(\.column)
        return body(head: CSVText.header(described, dialect)) { position, chunk in
            guard shelf.shelf.records.indices.contains(position) else { return }
            let record = shelf.shelf.records[position]
            chunk += CSVText.row(columns.map { $0.cell(record, snapshot, language) }, of: described, dialect)
        }
    }

    /// `head`, then what `append` adds for each position, in chunks of some ten thousand octets.
    private func body(head: [UInt8] = [], append: @escaping @Sendable (Int, inout [UInt8]) -> Void) -> Body {
        Body { [positions] in
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
    func append(recordAt position: Int, to bytes: inout [UInt8]) {
        append(recordAt: position, to: &bytes, isReady: isReady)
    }

    private func append(recordAt position: Int, to bytes: inout [UInt8], isReady: Bool) {
        if isReady {
            shelf.append(recordAt: position, in: language, to: &bytes)
        } else if shelf.shelf.records.indices.contains(position) {
            bytes += shelf.encoding.encode(
                shelf.shelf.records[position], from: edition.snapshot, in: language, viewpoint: viewpoint,
                fields: fields)
        }
    }

    /// For people, only what they need to choose by; for programs all.
    private func columns(_ format: Format) -> [RecordColumn<Record>] {
        shelf.encoding.columns(under: viewpoint).filter { column in
            fields?.contains(column.column.member) ?? (format != .txt || column.column.display == .brief)
        }
    }

    /// The records under the columns that fit the format; no rows for what describes the CSV.
    func table(_ format: Format) -> Table {
        let columns = columns(format)
        let records = format == .csvm ? [] : records
        return Table(
            columns: columns.map(\.column),
            rows: records.map { record in columns.map { $0.cell(record, edition.snapshot, language) } })
    }
}

extension Representation {
    /// A JSON document with the records in an array, and `tail` after it.
    static func document(_ records: [EncodedRecord], tail writeTail: (inout JSONText) -> Void) -> Representation {
        var json = JSONText(continuing: [UInt8(ascii: "]")])
        writeTail(&json)
        let tail = json.octets
        var chunks = [JSONPiece.list]
        var digest = Digest()
        for (place, record) in records.enumerated() {
            if place > 0 { chunks.append(JSONPiece.comma) }
            chunks.append(record.bytes)
            digest.add(record.digest.value)
        }
        chunks.append(tail)
        digest.add(tail)
        return Representation(chunks, digest: digest, as: .json)
    }

    /// One JSON object a line.
    static func lines(_ records: [EncodedRecord]) -> Representation {
        var chunks: [[UInt8]] = []
        var digest = Digest()
        digest.add(Format.ndjson.rawValue)
        for record in records {
            chunks += [record.bytes, JSONPiece.newline]
            digest.add(record.digest.value)
        }
        return Representation(chunks, digest: digest, as: .ndjson)
    }
}

/// What stands between records.
enum JSONPiece {
    static let data = Array("{\"data\":".utf8)
    static let list = Array("{\"data\":[".utf8)
    static let comma = Array(",".utf8)
    static let newline = Array("\n".utf8)
}
