import Evidence
import TestSupport
import Testing
import Wording

@testable import Rendering

@Suite("Encoded records")
struct EncodedBatchTests {
    @Test("come back in every language as they were encoded, whatever the languages have in common", arguments: 0..<40)
    func batches(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let text = { (random: inout SeededGenerator) in
            (0..<Int.random(in: 0...5, using: &random)).map { _ in UInt8.random(in: 0x61...0x62, using: &random) }
        }
        let records = (0..<20).map { _ in
            let (start, end) = (text(&random), text(&random))
            return Dictionary(uniqueKeysWithValues: Language.shipped.map { ($0, start + text(&random) + end) })
        }
        let batch = EncodedBatch(records.count, in: Language.shipped) { records[$0][$1] ?? [] }
        for (index, record) in records.enumerated() {
            for (place, language) in Language.shipped.enumerated() {
                var bytes = Array("before".utf8)
                batch.append(index, inLanguageAt: place, to: &bytes)
                #expect(bytes == Array("before".utf8) + (record[language] ?? []))
            }
        }
    }
}
