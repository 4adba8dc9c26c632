import Synchronization

/// Known words, and which of them was meant.
///
/// A word is taken for a slip of another when at most a third of its letters (and always one) are typed wrongly, left out,
/// put in or exchanged with their neighbour, and never all of them. Of equally near ones the first is meant; where none is
/// near, the shortest that the word, of three letters or more, is the beginning of.
///
/// Which letters a word has bounds its distance from below. Most words need no other look, and no more than 64 get one,
/// the likeliest first: who asks for nonsense asks for little work.
package final class Spellings: Sendable {
    private static let mostCompared = 64

    package let words: [String]
    private let prepared = Mutex<Table?>(nil)

    /// Prepares the words when they are first asked for.
    package init(_ words: some Sequence<String>) {
        self.words = Array(words)
    }

    /// Returns the word that was most likely meant; nil where none is near.
    package func nearest(to word: String) -> String? {
        let spelling = Spelling(word)
        let table = table
        return (table.nearest(to: spelling) ?? table.completion(of: spelling, among: words)).map { words[$0] }
    }

    /// Calls `visit` with the places of the words that are near, or begin with `word`, in their order.
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

    /// The letters of all words in one piece, and the marks of each.
    private struct Table: Sendable {
        /// Shorter words are no beginnings.
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

        /// So many edits make the one a slip of the other.
        func most(_ place: Int, _ spelling: Spelling) -> Int {
            let length = max(spelling.letters.count, count(at: place))
            return min(max(1, length / 3), length - 1)
        }

        /// No fewer edits are between the two; nil where those are too many.
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
