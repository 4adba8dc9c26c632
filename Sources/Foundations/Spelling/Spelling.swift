/// What the spelling of a word is compared by: its first 64 letters, in lower case, a byte each.
///
/// Letters beyond ASCII are told apart by their last seven bits: within one script that is what tells them apart anyhow.
struct Spelling {
    /// More letters than this do not count: a word of any length costs no more.
    static let most = 64

    let letters: [UInt8]
    /// Which letters the word has once at least, and, in the upper half, twice at least.
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
        let start = count
        for byte in word.utf8.prefix(Spelling.most) {
            guard byte < 0x80 else {
                removeSubrange(start...)
                let letters = String(String.UnicodeScalarView(word.unicodeScalars.prefix(Spelling.most))).lowercased()
                for letter in letters.unicodeScalars.prefix(Spelling.most) {
                    append(letter.isASCII ? UInt8(letter.value) : 0x80 | UInt8(letter.value & 0x7F))
                }
                return
            }
            append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        }
    }
}

extension ArraySlice<UInt8> {
    /// The marks of a ``Spelling``: of 32 kinds of letters, those that there are, and those that there are twice.
    var spellingMarks: UInt64 {
        var (once, twice): (UInt32, UInt32) = (0, 0)
        for letter in self {
            // The letters of English have a kind each; digits and marks have what is left.
            let isLetter = letter >= 0x80 || letter &- 0x61 < 26
            let bit: UInt32 = 1 << UInt32(isLetter ? letter & 31 : letter == 0x2D ? 0 : 27 + letter % 5)
            twice |= once & bit
            once |= bit
        }
        return UInt64(twice) << 32 | UInt64(once)
    }
}
