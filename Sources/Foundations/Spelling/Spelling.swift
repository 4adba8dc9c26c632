/// A word reduced to what comparisons use: its first 64 letters in lower case, one byte each.
///
/// Non-ASCII letters keep only their last seven bits, which tell apart the letters of a single script.
struct Spelling {
    /// The number of letters that count, so that long words cost no more.
    static let most = 64

    let letters: [UInt8]
    /// The kinds of letters that the word contains, in the lower half, and contains at least twice, in the upper half.
    let marks: UInt64

    init(_ word: String) {
        var letters: [UInt8] = []
        letters.reserveCapacity(min(word.utf8.count, Spelling.most))
        letters.append(spellingOf: word)
        self.letters = letters
        marks = letters[...].spellingMarks
    }
}

extension [UInt8] {
    /// Appends the letters of a word, at most 64.
    package mutating func append(spellingOf word: String) {
        let isASCII = word.utf8.withContiguousStorageIfAvailable { text in
            let letters = UnsafeBufferPointer(rebasing: text.prefix(Spelling.most))
            guard letters.allSatisfy({ $0 < 0x80 }) else { return false }
            append(addingCapacity: letters.count) { span in
                for letter in letters { span.append(letter &- 0x41 < 26 ? letter | 0x20 : letter) }
            }
            return true
        }
        guard isASCII != true else { return }
        let letters = String(String.UnicodeScalarView(word.unicodeScalars.prefix(Spelling.most))).lowercased()
        for letter in letters.unicodeScalars.prefix(Spelling.most) {
            append(letter.isASCII ? UInt8(letter.value) : 0x80 | UInt8(letter.value & 0x7F))
        }
    }
}

extension ArraySlice<UInt8> {
    /// The marks of a ``Spelling``: of 32 kinds of letters, those that occur in the lower half, and those that occur
    /// twice in the upper half.
    var spellingMarks: UInt64 {
        var (once, twice): (UInt32, UInt32) = (0, 0)
        for letter in self {
            // Each letter of English has its own kind; digits and punctuation share the rest.
            let isLetter = letter >= 0x80 || letter &- 0x61 < 26
            let bit: UInt32 = 1 << UInt32(isLetter ? letter & 31 : letter == 0x2D ? 0 : 27 + letter % 5)
            twice |= once & bit
            once |= bit
        }
        return UInt64(twice) << 32 | UInt64(once)
    }
}
