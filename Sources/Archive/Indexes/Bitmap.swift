import Evidence

/// A set of positions with one bit for each, and counts that make rank and select fast.
struct Bitmap: Sendable {
    /// The number of words in a block; the ones before each block are counted in advance.
    private static let block = 8

    private let words: [UInt64]
    private let onesBefore: [UInt32]
    let count: Int

    /// Creates a bitmap. Position 0 is the lowest bit of the first word.
    init(words: [UInt64]) {
        self.words = words
        var count = 0
        var onesBefore: [UInt32] = []
        onesBefore.reserveCapacity(words.count / Bitmap.block + 1)
        for (index, word) in words.enumerated() {
            if index % Bitmap.block == 0 { onesBefore.append(UInt32(clamping: count)) }
            count += word.nonzeroBitCount
        }
        self.onesBefore = onesBefore
        self.count = count
    }

    /// Returns the words of an empty set of positions below `limit`.
    static func emptyWords(below limit: Int) -> [UInt64] { [UInt64](repeating: 0, count: (limit + 63) / 64) }

    func contains(_ position: Int) -> Bool {
        let word = position >> 6
        return words.indices.contains(word) && words[word] & (1 << UInt64(position & 63)) != 0
    }

    /// Returns the number of positions below `position`.
    func rank(below position: Int) -> Int {
        let last = position >> 6
        guard position > 0 else { return 0 }
        guard last < words.count else { return count }
        let block = last / Bitmap.block
        var rank = Int(onesBefore[block])
        for index in block * Bitmap.block..<last { rank += words[index].nonzeroBitCount }
        return rank + (words[last] & (1 << UInt64(position & 63) &- 1)).nonzeroBitCount
    }

    /// Returns the position with exactly `rank` positions below it; `rank` must be less than `count`.
    func position(at rank: Int) -> Int {
        let block = max(0, onesBefore.partitionPoint { Int($0) <= rank } - 1)
        var index = block * Bitmap.block
        var rest = rank - Int(onesBefore[block])
        while rest >= words[index].nonzeroBitCount {
            rest -= words[index].nonzeroBitCount
            index += 1
        }
        var word = words[index]
        for _ in 0..<rest { word &= word &- 1 }
        return index << 6 + word.trailingZeroBitCount
    }

    /// Returns the first position from `position` on.
    func next(from position: Int) -> Int? {
        var index = position >> 6
        guard index < words.count else { return nil }
        var word = words[index] & (UInt64.max << UInt64(position & 63))
        while word == 0 {
            index += 1
            guard index < words.count else { return nil }
            word = words[index]
        }
        return index << 6 + word.trailingZeroBitCount
    }

    /// The positions in ascending order.
    var positions: some Sequence<Int> {
        sequence(state: 0) { from in
            let next = next(from: from)
            from = (next ?? from) + 1
            return next
        }
    }

    func intersection(_ other: Bitmap) -> Bitmap {
        Bitmap(words: zip(words, other.words).map(&))
    }

    /// Sets the bits of this set in `words`, which must be at least as long.
    func formUnion(into words: inout [UInt64]) {
        for (index, word) in self.words.enumerated() { words[index] |= word }
    }
}
