/// A sentence of the program that is in no language yet, with what stands in its gaps: it can be told before it is known who
/// will read it.
package struct Sentence: Sendable {
    private let phrase: Phrase
    private let values: KeyValuePairs<String, String>

    /// Creates a sentence; `values` are what replaces each `{name}` in it.
    package init(_ word: Word, _ values: KeyValuePairs<String, String> = [:]) {
        self.init(.word(word), values)
    }

    package init(_ phrase: Phrase, _ values: KeyValuePairs<String, String> = [:]) {
        self.phrase = phrase
        self.values = values
    }

    package subscript(language: Language) -> String {
        values.isEmpty ? phrase[language] : Words.fill(phrase[language], values)
    }
}

extension Sentence: Equatable {
    package static func == (left: Sentence, right: Sentence) -> Bool {
        left.phrase == right.phrase && left.values.elementsEqual(right.values) { $0 == $1 }
    }
}
