package import Archive
package import Foundations
package import Wording

/// All records of one kind, each encoded once in every language.
package final class EncodedTable<Record: Sendable>: Sendable {
    package let table: RecordTable<Record>
    package let encoding: RecordEncoding<Record>
    let encoded: EncodedBatches

    /// Encodes the records of a table. Batches that are unchanged from `previous` are shared, not duplicated.
    package init(
        _ table: RecordTable<Record>, _ encoding: RecordEncoding<Record>, from snapshot: Snapshot,
        in languages: [Language], sharing previous: EncodedTable?
    ) {
        self.table = table
        self.encoding = encoding
        encoded = EncodedBatches(table.records.count, in: languages, sharing: previous?.encoded) {
            position, language in
            encoding.encode(table.records[position], from: snapshot, in: language)
        }
    }
}

/// A JSON object, with the digest that represents it in entity tags.
package struct EncodedRecord: Sendable {
    package let bytes: [UInt8]
    package let digest: Digest

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var digest = Digest()
        digest.add(bytes)
        self.digest = digest
    }
}
