import Synchronization

/// Known words, searched for the one that a misspelt word stands for.
///
/// A word is close to another if at most a third of its letters (but at least one, and never all of them) are wrong,
/// missing, added or swapped with a neighbour. The closest word wins, and the first of equally close ones; if none is
/// close, the shortest that starts with the given word, provided that has three letters or more.
///
/// The letters that two words have in common bound their distance from below, which rules out most words. Of the rest
/// at most 64 are compared, the likeliest first, so that nonsense costs little.
package final class Spellings: Sendable {
    private static let mostCompared = 64

    package let words: [String]
    private let prepared = Mutex<Table?>(nil)

    /// Creates a list of known words, which is prepared on first use.
    package init(_ words: some Sequence<String>) {
        self.words = Array(words)
    }

    /// Returns the word that was most likely meant; nil if none is close.
    package func nearest(to word: String) -> String? {
        let spelling = Spelling(word)
        let table = table
        return (table.nearest(to: spelling) ?? table.completion(of: spelling, among: words)).map { words[$0] }
    }

    /// Calls `visit` with the indices of all words that are close to `word` or start with it, in order.
    package func forEach(near word: String, _ visit: (Int) -> Void) {
        let spelling = Spelling(word)
        let (table, edits) = (table, EditDistance(spelling.letters))
        for place in words.indices {
            let isBegun = spelling.letters.count >= Table.leastBegun && table.begins(place, with: spelling)
            let isNear = table.bound(place, spelling).map { _ in
                edits.distance(to: table.letters(at: place)) <= table.most(place, spelling)
            }
            if isBegun || isNear == true { visit(place) }
        }
    }

    private var table: Table {
        prepared.withLock { prepared in
            if let prepared { return prepared }
            let table = Table(words)
            prepared = table
            return table
        }
    }

    /// The letters of all words in a single array, with the marks of each word.
    private struct Table: Sendable {
        /// The number of letters from which a word counts as the start of others.
        static let leastBegun = 3

        private var letters: [UInt8] = []
        private var ends: [UInt32] = [0]
        private var marks: [UInt64] = []

        init(_ words: [String]) {
            ends.reserveCapacity(words.count + 1)
            marks.reserveCapacity(words.count)
            for word in words {
                let start = letters.count
                letters.append(spellingOf: word)
                ends.append(UInt32(clamping: letters.count))
                marks.append(letters[start...].spellingMarks)
            }
        }

        func letters(at place: Int) -> ArraySlice<UInt8> { letters[Int(ends[place])..<Int(ends[place + 1])] }

        private func count(at place: Int) -> Int { Int(ends[place + 1] - ends[place]) }

        /// Returns the maximum number of edits for one to be a misspelling of the other.
        func most(_ place: Int, _ spelling: Spelling) -> Int {
            let length = max(spelling.letters.count, count(at: place))
            return min(max(1, length / 3), length - 1)
        }

        /// Returns a lower bound on the number of edits between the two; nil if it exceeds the maximum.
        func bound(_ place: Int, _ spelling: Spelling) -> Int? {
            let (length, most) = (count(at: place) - spelling.letters.count, most(place, spelling))
            guard abs(length) <= most else { return nil }
            let (more, less) = (marks[place] & ~spelling.marks, spelling.marks & ~marks[place])
            let bound = max(abs(length), more.nonzeroBitCount, less.nonzeroBitCount)
            return bound <= most ? bound : nil
        }

        func nearest(to spelling: Spelling) -> Int? {
            var likely: [(place: Int, bound: Int)] = []
            var greatest = 0
            for place in marks.indices {
                guard let bound = bound(place, spelling) else { continue }
                likely.append((place, bound))
                greatest = max(greatest, bound)
            }
            guard !likely.isEmpty else { return nil }
            let edits = EditDistance(spelling.letters)
            var best: (distance: Int, place: Int)?
            var compared = 0
            for bound in 0...greatest where best.map({ bound <= $0.distance }) ?? true {
                for candidate in likely where candidate.bound == bound && compared < Spellings.mostCompared {
                    compared += 1
                    let found = (distance: edits.distance(to: letters(at: candidate.place)), place: candidate.place)
                    guard found.distance <= most(candidate.place, spelling) else { continue }
                    if best.map({ found < $0 }) ?? true { best = found }
                }
            }
            return best?.place
        }

        func begins(_ place: Int, with spelling: Spelling) -> Bool {
            spelling.marks & ~marks[place] == 0 && letters(at: place).starts(with: spelling.letters)
        }

        func completion(of spelling: Spelling, among words: [String]) -> Int? {
            guard spelling.letters.count >= Table.leastBegun else { return nil }
            return marks.indices.filter { begins($0, with: spelling) }.min { words[$0].count < words[$1].count }
        }
    }
}
