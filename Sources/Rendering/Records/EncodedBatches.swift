import Foundations
import Wording

/// Records of any one kind, as JSON objects in every language.
struct EncodedBatches: Sendable {
    /// The number of records in a batch.
    private static let size = 1 << 12

    let count: Int
    private let languages: [Language]
    private let batches: [EncodedBatch]

    /// Encodes `count` records. `encode` returns a record in a language. Batches that are unchanged from `previous` are
    /// shared, not duplicated.
    init(
        _ count: Int, in languages: [Language], sharing previous: EncodedBatches?,
        _ encode: @escaping @Sendable (Int, Language) -> [UInt8]
    ) {
        self.count = count
        self.languages = languages
        batches = Parallel.map(count, by: EncodedBatches.size) { positions in
            let batch = EncodedBatch(positions.count, in: languages) { index, language in
                encode(positions.lowerBound + index, language)
            }
            let place = positions.lowerBound / EncodedBatches.size
            guard let previous, place < previous.batches.count, previous.batches[place] == batch else { return batch }
            return previous.batches[place]
        }
    }

    /// Returns the estimated bytes for a list of records, so that enough capacity can be reserved up front.
    func expectedCount(of records: Int) -> Int {
        let average = (batches.first?.count ?? 0) / min(max(count, 1), EncodedBatches.size)
        return records * average + 1_024
    }

    /// Appends a record; nothing if the position is out of range.
    func append(recordAt position: Int, in language: Language, to bytes: inout [UInt8]) {
        append(recordAt: position, inLanguageAt: place(of: language), to: &bytes)
    }

    private func append(recordAt position: Int, inLanguageAt place: Int, to bytes: inout [UInt8]) {
        guard position >= 0, position < count else { return }
        batches[position / EncodedBatches.size].append(
            position % EncodedBatches.size, inLanguageAt: place, to: &bytes)
    }

    private func place(of language: Language) -> Int { languages.firstIndex(of: language) ?? 0 }

    /// Appends the records at the given positions, separated by commas.
    func append(recordsAt positions: [Int], in language: Language, to bytes: inout [UInt8]) {
        let place = place(of: language)
        for (index, position) in positions.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(recordAt: position, inLanguageAt: place, to: &bytes)
        }
    }
}
