package import Archive
package import Evidence
package import Foundations

/// All records of one kind, each encoded once in every language.
package final class EncodedShelf<Record: Sendable>: Sendable {
    /// So many records share a piece of memory.
    private static var batch: Int { 1 << 12 }

    package let shelf: Shelf<Record>
    package let encoding: RecordEncoding<Record>
    private let batches: [EncodedBatch]

    /// Pieces that are as they were in `previous` are not there twice.
    package init(
        _ shelf: Shelf<Record>, _ encoding: RecordEncoding<Record>, from snapshot: Snapshot,
        sharing previous: EncodedShelf?
    ) {
        self.shelf = shelf
        self.encoding = encoding
        batches = Parallel.map(shelf.records.count, by: EncodedShelf.batch) { positions in
            let batch = EncodedBatch(positions.count) { index, language in
                encoding.encode(shelf.records[positions.lowerBound + index], from: snapshot, in: language)
            }
            let place = positions.lowerBound / EncodedShelf.batch
            guard let previous, place < previous.batches.count, previous.batches[place] == batch else { return batch }
            return previous.batches[place]
        }
    }

    /// How many bytes so many records in a list may need, so that there is room for them from the start.
    func expectedCount(of records: Int) -> Int {
        let average = (batches.first?.count ?? 0) / min(max(shelf.records.count, 1), EncodedShelf.batch)
        return records * average + 1_024
    }

    /// Appends the record, a JSON object; nothing for a position that is not on the shelf.
    package func append(recordAt position: Int, in language: Language, to bytes: inout [UInt8]) {
        guard shelf.records.indices.contains(position) else { return }
        batches[position / EncodedShelf.batch].append(position % EncodedShelf.batch, in: language, to: &bytes)
    }
}

/// A JSON object, and the digest that stands for it in entity tags.
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
