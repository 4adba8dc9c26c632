/// Distinct words, numbered in order of appearance.
struct WordTable: Sendable {
    private(set) var words = PackedTexts()
    private let seed = UInt64.random(in: .min ... .max)
    /// An open-addressed hash table, at most half full: the number of a word plus one, or 0 for a free slot.
    private var slots = [UInt32](repeating: 0, count: 1 << 10)

    /// Returns the number of the word, which is the next one if the word is new.
    mutating func number(of word: some RandomAccessCollection<UInt8>) -> UInt32 {
        let slot = slot(of: word)
        if slots[slot] != 0 { return slots[slot] - 1 }
        words.append { $0 += word }
        slots[slot] = UInt32(clamping: words.count)
        if words.count * 2 > slots.count { grow() }
        return UInt32(clamping: words.count - 1)
    }

    /// Returns the slot of the word, or the one where it belongs.
    private func slot(of word: some RandomAccessCollection<UInt8>) -> Int {
        let found = word.withContiguousStorageIfAvailable { slot(of: UnsafeRawBufferPointer($0)) }
        return found ?? Array(word).withUnsafeBytes { slot(of: $0) }
    }

    private func slot(of word: UnsafeRawBufferPointer) -> Int {
        let last = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash(word)) & last
        words.bytes.withUnsafeBytes { bytes in
            while slots[slot] != 0 {
                let range = words[Int(slots[slot]) - 1]
                if range.count == word.count, bytes[range].elementsEqual(word) { break }
                slot = (slot + 1) & last
            }
        }
        return slot
    }

    /// Hashes eight bytes at a time, with a seed for each table so that nobody can provoke collisions.
    private func hash(_ word: UnsafeRawBufferPointer) -> UInt64 {
        var hash = seed ^ UInt64(truncatingIfNeeded: word.count)
        var start = 0
        while start < word.count {
            var chunk: UInt64 = 0
            if word.count - start >= 8 {
                chunk = word.loadUnaligned(fromByteOffset: start, as: UInt64.self)
            } else {
                for place in start..<word.count { chunk = chunk << 8 | UInt64(word[place]) }
            }
            let product = (hash ^ chunk).multipliedFullWidth(by: seed | 1)
            hash = product.high ^ product.low
            start += 8
        }
        return hash ^ hash >> 32
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in 0..<words.count { slots[slot(of: words.bytes[words[number]])] = UInt32(clamping: number + 1) }
    }
}
