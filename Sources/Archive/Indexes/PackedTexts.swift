/// Many texts in a single array, in UTF-8.
struct PackedTexts: Sendable {
    private(set) var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    var count: Int { ends.count }

    /// The range of a text in `bytes`.
    subscript(index: Int) -> Range<Int> {
        (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    /// Appends whatever `write` appends as one text.
    mutating func append(_ write: (inout [UInt8]) -> Void) {
        write(&bytes)
        ends.append(UInt32(clamping: bytes.count))
    }

    mutating func append(_ texts: PackedTexts) {
        let before = bytes.count
        bytes += texts.bytes
        ends += texts.ends.lazy.map { UInt32(clamping: before + Int($0)) }
    }

    func areEqual(_ left: Int, _ right: Int) -> Bool {
        self[left].count == self[right].count && bytes[self[left]].elementsEqual(bytes[self[right]])
    }

    /// Returns the texts in the order of their bytes, equal ones in their own order.
    func sorted() -> [UInt32] {
        var keys = (0..<count).map { Key(chunk: chunk(of: $0, at: 0), text: UInt32(clamping: $0)) }
        // An explicit stack: long similar texts would overflow that of the thread.
        var rest = [(range: 0..<keys.count, depth: 0)]
        // Slices of a buffer, unlike those of an array, are sorted in place.
        keys.withUnsafeMutableBufferPointer { keys in
            while let (range, depth) = rest.popLast() {
                keys[range].sort { $0.chunk == $1.chunk ? $0.text < $1.text : $0.chunk < $1.chunk }
                var start = range.lowerBound
                while start < range.upperBound {
                    var end = start + 1
                    while end < range.upperBound, keys[end].chunk == keys[start].chunk { end += 1 }
                    if end - start > 1, separate(&keys, start..<end, at: depth + 8) {
                        rest.append((start..<end, depth + 8))
                    }
                    start = end
                }
            }
        }
        return keys.map(\.text)
    }

    /// Prepares the keys of texts that agree up to `depth` for the next round. Returns false if all of them end and the
    /// range is sorted.
    private func separate(
        _ keys: inout UnsafeMutableBufferPointer<Key>, _ alike: Range<Int>, at depth: Int
    ) -> Bool {
        if alike.contains(where: { self[Int(keys[$0].text)].count > depth }) {
            for index in alike { keys[index].chunk = chunk(of: Int(keys[index].text), at: depth) }
            return true
        }
        // A text, and the same text with trailing zeros, have the same chunks.
        keys[alike].sort { left, right in
            let (first, second) = (self[Int(left.text)].count, self[Int(right.text)].count)
            return first == second ? left.text < right.text : first < second
        }
        return false
    }

    private struct Key {
        var chunk: UInt64
        let text: UInt32
    }

    /// Returns 8 bytes of a text, the first in the highest position, with zeros after its end.
    private func chunk(of text: Int, at depth: Int) -> UInt64 {
        let range = self[text].dropFirst(depth)
        guard let start = range.first else { return 0 }
        return bytes.withUnsafeBytes { bytes in
            if start + 8 <= bytes.count {
                let word = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
                return range.count >= 8 ? word : word & ~(UInt64.max >> UInt64(range.count * 8))
            }
            var word: UInt64 = 0
            for place in 0..<8 { word = word << 8 | (place < range.count ? UInt64(bytes[start + place]) : 0) }
            return word
        }
    }
}
