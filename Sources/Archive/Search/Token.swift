/// A word in a text.
struct Token: Hashable, Sendable {
    /// Folded.
    let word: String
    /// Where it stands in the text, in UTF-16 code units: what offsets into strings count in JavaScript, Java and C#.
    let range: Range<Int>

    /// The words of a text, in their order: those of `FoldedText`, with their places.
    static func all(in text: String) -> [Token] {
        var reader = Reader()
        for scalar in text.unicodeScalars { reader.read(scalar) }
        reader.finish()
        return reader.tokens
    }

    private struct Reader {
        var tokens: [Token] = []
        private var word: [UInt8] = []
        private var range = 0..<0
        private var offset = 0

        mutating func read(_ scalar: Unicode.Scalar) {
            let end = offset + UTF16.width(scalar)
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                take(Unicode.Scalar((0x41...0x5A).contains(byte) ? byte | 0x20 : byte), until: end)
            } else {
                let folded = FoldedText.fold(String(scalar)).unicodeScalars
                // A combining mark folds to nothing, and belongs to the letter before it.
                if folded.isEmpty, !word.isEmpty { range = range.lowerBound..<end }
                for part in folded { take(part, until: end) }
            }
            offset = end
        }

        private mutating func take(_ part: Unicode.Scalar, until end: Int) {
            guard part.isWordPart else { return finish() }
            range = (word.isEmpty ? offset : range.lowerBound)..<end
            word.append(part)
        }

        mutating func finish() {
            guard !word.isEmpty else { return }
            tokens.append(Token(word: String(decoding: word, as: UTF8.self), range: range))
            word.removeAll(keepingCapacity: true)
        }
    }
}
