import Archive
import Evidence

/// All records of one kind, each encoded once in every language.
struct EncodedShelf<Record: Sendable>: Sendable {
    let shelf: Shelf<Record>
    let encoding: RecordEncoding<Record>
    private let records: [Language: [EncodedRecord]]

    init(_ shelf: Shelf<Record>, _ encoding: RecordEncoding<Record>, from snapshot: Snapshot) {
        self.shelf = shelf
        self.encoding = encoding
        let encoded = Language.allCases.map { language in
            (language, shelf.records.map { EncodedRecord(encoding.encode($0, from: snapshot, in: language)) })
        }
        records = Dictionary(uniqueKeysWithValues: encoded)
    }

    /// nil for a position that is not on the shelf.
    func record(at position: Int, in language: Language) -> EncodedRecord? {
        guard let list = records[language], list.indices.contains(position) else { return nil }
        return list[position]
    }
}

/// A JSON object, and the digest that stands for it in entity tags.
struct EncodedRecord: Sendable {
    let bytes: [UInt8]
    let digest: Digest

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var digest = Digest()
        digest.add(bytes)
        self.digest = digest
    }
}
