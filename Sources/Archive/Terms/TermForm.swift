import Foundations

/// The words by which a text uses a term.
struct TermForm: Sendable {
    struct Word: Sendable {
        /// Without case and diacritics, in UTF-8.
        let bytes: [UInt8]
        /// Whether longer words that begin so are meant as well.
        let isBeginning: Bool
    }

    /// The position of the term.
    let term: Int
    let first: Word
    private let rest: [Word]

    /// The number of words.
    var words: Int { rest.count + 1 }

    /// Reads the words of a form, each a beginning where `*` follows it; nil if there are none.
    init?(_ text: String, of term: Int) {
        let bytes = Array(text.utf8)
        let words = TermWord.all(in: text).map { word in
            let end = word.range.upperBound
            return Word(bytes: word.bytes, isBeginning: end < bytes.count && bytes[end] == UInt8(ascii: "*"))
        }
        guard let first = words.first else { return nil }
        self.term = term
        self.first = first
        rest = Array(words.dropFirst())
    }

    /// Whether the words after the first stand after the word at a place.
    func continues(at place: Int, of words: [TermWord]) -> Bool {
        guard place + rest.count < words.count else { return false }
        return rest.enumerated().allSatisfy { offset, word in
            let other = words[place + 1 + offset]
            guard other.follows else { return false }
            return word.isBeginning ? other.bytes.starts(with: word.bytes) : other.bytes == word.bytes
        }
    }
}

/// A word of a text.
struct TermWord: Sendable {
    /// Without case and diacritics, in UTF-8.
    let bytes: [UInt8]
    /// The range in the text in bytes of UTF-8.
    let range: Range<Int>
    /// Whether a single character stands between it and the word before: a space or a hyphen, and no end of a sentence.
    let follows: Bool

    /// Returns the words of a text in order.
    static func all(in text: String) -> [TermWord] {
        var words: [TermWord] = []
        let bytes = Array(text.utf8)
        // The position reached, in UTF-16 code units and in bytes: a text is walked through once.
        var (offset, place) = (0, 0)
        let reach = { (units: Int) in
            while offset < units, place < bytes.count {
                let lead = bytes[place]
                place += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
                offset += lead < 0xF0 ? 1 : 2
            }
            return min(place, bytes.count)
        }
        var end = 0
        FoldedText.eachWord(of: text) { word, range in
            let start = reach(range.lowerBound)
            words.append(
                TermWord(
                    bytes: word.copied, range: start..<reach(range.upperBound), follows: range.lowerBound - end == 1))
            end = range.upperBound
        }
        return words
    }
}
