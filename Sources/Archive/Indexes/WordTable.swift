/// Distinct words, numbered as they come.
struct WordTable: Sendable {
    private(set) var words = PackedTexts()
    /// An open-addressed hash table, never more than half full: the number of a word and one more, 0 where there is none.
    private var slots = [UInt32](repeating: 0, count: 1 << 10)

    /// The number of the word, the next one when it is new.
    mutating func number(of word: some RandomAccessCollection<UInt8>) -> UInt32 {
        let slot = slot(of: word)
        if slots[slot] != 0 { return slots[slot] - 1 }
        words.append { $0 += word }
        slots[slot] = UInt32(clamping: words.count)
        if words.count * 2 > slots.count { grow() }
        return UInt32(clamping: words.count - 1)
    }

    /// Where the word stands in the table, or should.
    private func slot(of word: some RandomAccessCollection<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        let last = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & last
        while slots[slot] != 0 {
            let range = words[Int(slots[slot]) - 1]
            if range.count == word.count, words.bytes[range].elementsEqual(word) { break }
            slot = (slot + 1) & last
        }
        return slot
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in 0..<words.count { slots[slot(of: words.bytes[words[number]])] = UInt32(clamping: number + 1) }
    }
}
