import Wording

/// Records in one piece of memory, in every language: what the languages of a record have in common at its beginning and
/// at its end is there once.
struct EncodedBatch: Hashable, Sendable {
    private let bytes: [UInt8]
    /// Where the parts of each record end: its beginning, its middle in the first language, its end, and its middle in
    /// each other language. In the first language it stands in one piece.
    private let ends: [UInt32]

    /// Bytes in all.
    var count: Int { bytes.count }

    /// The parts of a record.
    private let partCount: Int

    /// `encode` gives each of `count` records in each language.
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
        // A copy has no more capacity than it needs.
        self.bytes = bytes.withUnsafeBufferPointer(Array.init)
        self.ends = ends
    }

    /// Appends the record of that index, which must be in the batch, in the language of that place among all.
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
    /// How many bytes both have in common at their beginnings.
    fileprivate func commonBeginning(with other: [UInt8]) -> Int {
        let most = Swift.min(count, other.count)
        var common = 0
        while common < most, self[common] == other[common] { common += 1 }
        return common
    }

    /// How many bytes both have in common at their ends, those of a common beginning aside.
    fileprivate func commonEnd(with other: [UInt8], after beginning: Int) -> Int {
        let most = Swift.min(count, other.count) - beginning
        var common = 0
        while common < most, self[count - 1 - common] == other[other.count - 1 - common] { common += 1 }
        return common
    }
}
