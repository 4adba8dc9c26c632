import TestSupport
import Testing

@testable import Archive
@testable import Foundations

@Suite("Spellings")
struct SpellingTests {
    /// Random words of few letters, so that many are near each other.
    private func word(_ random: inout SeededGenerator) -> String {
        String((0..<Int.random(in: 0...9, using: &random)).compactMap { _ in "abcė-1".randomElement(using: &random) })
    }

    /// Insertions, deletions, replacements and exchanges of neighbours, as the table of their definition has them.
    private func distance(_ left: [Character], _ right: [Character]) -> Int {
        var rows = [Array(0...right.count)]
        for i in left.indices {
            var row = [i + 1]
            for j in right.indices {
                var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    least = min(least, rows[i - 1][j - 1] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[left.count][right.count]
    }

    @Test("Two words are as far from each other as the plain definition says", arguments: 0..<200)
    func distances(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let edits = { (word: String) in EditDistance(Spelling(word).letters) }
        for _ in 0..<20 {
            let (one, other) = (word(&random), word(&random))
            #expect(
                edits(one).distance(to: Spelling(other).letters[...]) == distance(Array(one), Array(other)),
                "\(one) \(other)")
        }
    }

    @Test("The nearest of some words is the nearest of all, and the first of equally near ones", arguments: 0..<200)
    func nearest(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let known = (0..<40).map { _ in word(&random) }
        let spellings = Spellings(known)
        for _ in 0..<20 {
            let sought = word(&random)
            var best: (word: String, distance: Int)?
            for word in known {
                let length = max(word.count, sought.count)
                let distance = distance(Array(sought), Array(word))
                guard distance <= min(max(1, length / 3), length - 1), distance < best?.distance ?? .max else {
                    continue
                }
                best = (word, distance)
            }
            let begun = sought.count < 3 ? [] : known.filter { $0.hasPrefix(sought) }
            let expected = best?.word ?? begun.min { $0.count < $1.count }
            #expect(spellings.nearest(to: sought) == expected, "\(sought) among \(known)")
        }
    }

    @Test("A list that is too long to be looked through has a hint, too: of the ids beside the wrong one")
    func longList() throws {
        let table = try RandomEvents(count: 3_000, seed: 1).snapshot.events
        #expect(table.nearestID(to: "e1234x") == "e1234")
        #expect(table.nearestID(to: "e12") == "e12")
        #expect(table.nearestID(to: "nothing-of-the-kind") == nil)
    }
}
