import Evidence
import Foundations

/// Records of one kind, whatever it is, as JSON objects in every language.
struct EncodedBatches: Sendable {
    /// So many records share a piece of memory.
    private static let size = 1 << 12

    let count: Int
    private let batches: [EncodedBatch]

    /// `encode` gives each of `count` records in each language. Pieces that are as they were in `previous` are not there
    /// twice.
    init(_ count: Int, sharing previous: EncodedBatches?, _ encode: @escaping @Sendable (Int, Language) -> [UInt8]) {
        self.count = count
        batches = Parallel.map(count, by: EncodedBatches.size) { positions in
            let batch = EncodedBatch(positions.count) { index, language in
                encode(positions.lowerBound + index, language)
            }
            let place = positions.lowerBound / EncodedBatches.size
            guard let previous, place < previous.batches.count, previous.batches[place] == batch else { return batch }
            return previous.batches[place]
        }
    }

    /// How many bytes so many records in a list may need, so that there is room for them from the start.
    func expectedCount(of records: Int) -> Int {
        let average = (batches.first?.count ?? 0) / min(max(count, 1), EncodedBatches.size)
        return records * average + 1_024
    }

    /// Appends a record; nothing for a position beyond them.
    func append(recordAt position: Int, in language: Language, to bytes: inout [UInt8]) {
        guard position >= 0, position < count else { return }
        batches[position / EncodedBatches.size].append(position % EncodedBatches.size, in: language, to: &bytes)
    }

    /// Appends the records at these positions, with commas between them.
    func append(recordsAt positions: [Int], in language: Language, to bytes: inout [UInt8]) {
        for (place, position) in positions.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            append(recordAt: position, in: language, to: &bytes)
        }
    }
}
