/// A word in a text.
struct Token: Hashable, Sendable {
    /// The folded word.
    let word: String
    /// The range in the text in UTF-16 code units, the offsets of strings in JavaScript, Java and C#.
    let range: Range<Int>

    /// Returns the words of a text in order, as ``FoldedText`` finds them, with their ranges.
    static func all(in text: String) -> [Token] {
        var tokens: [Token] = []
        FoldedText.eachWord(of: text) { word, range in
            tokens.append(Token(word: String(decoding: word, as: UTF8.self), range: range))
        }
        return tokens
    }
}
