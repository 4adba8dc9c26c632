/// Counts the edits that turn one word into others: insertions, deletions, replacements and swaps of neighbours, none
/// of which may touch a letter twice (optimal string alignment).
///
/// A column of the table takes two 64-bit words, so that a comparison costs about twenty instructions per letter
/// (Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003).
struct EditDistance {
    /// The positions of each letter in the word, as bits.
    private var places: InlineArray<256, UInt64>
    private let count: Int

    /// Prepares a word. Only its first 64 letters count.
    init(_ word: [UInt8]) {
        count = min(word.count, Spelling.most)
        places = InlineArray(repeating: 0)
        for place in 0..<count { places[Int(word[place])] |= 1 << UInt64(place) }
    }

    /// Returns the number of edits to another word.
    func distance(to other: ArraySlice<UInt8>) -> Int {
        guard count > 0 else { return other.count }
        let last: UInt64 = 1 << UInt64(count - 1)
        var (up, down, equal, before): (UInt64, UInt64, UInt64, UInt64) = (.max, 0, 0, 0)
        var distance = count
        for letter in other {
            let matches = places[Int(letter)]
            let exchanged = (~equal & matches) << 1 & before
            equal = ((matches & up) &+ up) ^ up | matches | down | exchanged
            let (rises, falls) = (down | ~(equal | up), equal & up)
            if rises & last != 0 { distance += 1 }
            if falls & last != 0 { distance -= 1 }
            let shifted = rises << 1 | 1
            up = falls << 1 | ~(equal | shifted)
            down = shifted & equal
            before = matches
        }
        return distance
    }
}
