import Wording

/// Records encoded in every language, in one contiguous buffer. What the languages of a record have in common at its
/// beginning and end is stored once.
struct EncodedBatch: Hashable, Sendable {
    private let bytes: [UInt8]
    /// The end offsets of each record's parts: its beginning, its middle in the first language, its end, and its middle
    /// in each other language. In the first language a record is contiguous.
    private let ends: [UInt32]

    /// The size in bytes.
    var count: Int { bytes.count }

    /// The number of parts of a record.
    private let partCount: Int

    /// Encodes `count` records. `encode` returns a record in a language.
    init(_ count: Int, in languages: [Language], _ encode: (Int, Language) -> [UInt8]) {
        partCount = languages.count + 2
        var bytes: [UInt8] = []
        var ends: [UInt32] = []
        ends.reserveCapacity(count * partCount)
        let add = { (part: ArraySlice<UInt8>) in
            bytes += part
            ends.append(UInt32(clamping: bytes.count))
        }
        for index in 0..<count {
            let texts = languages.map { encode(index, $0) }
            let first = texts.first ?? []
            let others = texts.dropFirst()
            let beginning = others.reduce(first.count) { min($0, first.commonBeginning(with: $1)) }
            let end = others.reduce(first.count - beginning) { min($0, first.commonEnd(with: $1, after: beginning)) }
            add(first[..<beginning])
            add(first[beginning..<first.count - end])
            add(first[(first.count - end)...])
            for text in others { add(text[beginning..<text.count - end]) }
        }
        // A copy has no spare capacity.
        self.bytes = bytes.withUnsafeBufferPointer(Array.init)
        self.ends = ends
    }

    /// Appends the record at an index, which must be in the batch, in the language at `place` in the list of languages.
    func append(_ index: Int, inLanguageAt place: Int, to target: inout [UInt8]) {
        let part = index * partCount
        if place == 0 {
            target += bytes[end(before: part)..<end(before: part + 3)]
        } else {
            target += bytes[end(before: part)..<end(before: part + 1)]
            target += bytes[end(before: part + place + 2)..<end(before: part + place + 3)]
            target += bytes[end(before: part + 2)..<end(before: part + 3)]
        }
    }

    private func end(before part: Int) -> Int { part == 0 ? 0 : Int(ends[part - 1]) }
}

extension [UInt8] {
    /// Returns the number of bytes that both have in common at the beginning.
    fileprivate func commonBeginning(with other: [UInt8]) -> Int {
        let most = Swift.min(count, other.count)
        var common = 0
        while common < most, self[common] == other[common] { common += 1 }
        return common
    }

    /// Returns the number of bytes that both have in common at the end, not counting a common beginning.
    fileprivate func commonEnd(with other: [UInt8], after beginning: Int) -> Int {
        let most = Swift.min(count, other.count) - beginning
        var common = 0
        while common < most, self[count - 1 - common] == other[other.count - 1 - common] { common += 1 }
        return common
    }
}
