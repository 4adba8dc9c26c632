/// A word in a text.
struct Token: Hashable, Sendable {
    /// Folded.
    let word: String
    /// Where it stands in the text, in UTF-16 code units: what offsets into strings count in JavaScript, Java and C#.
    let range: Range<Int>

    /// The words of a text, in their order: those of `FoldedText`, with their places.
    static func all(in text: String) -> [Token] {
        var tokens: [Token] = []
        FoldedText.eachWord(of: text) { word, range in
            tokens.append(Token(word: String(decoding: word, as: UTF8.self), range: range))
        }
        return tokens
    }
}
