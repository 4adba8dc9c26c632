import Evidence
import Foundations

/// The words of an index that are other forms of given ones: `šaukimo` of `šaukimas`, `cities` of `city`, and words
/// spelt with an s for a z.
///
/// Words are compared as the index has them, folded, so that they are found with and without diacritics.
struct WordForms {
    /// The languages of the dataset that are looked into.
    private static let mostLanguages = 8
    /// The most words of an index that have their stems taken, whatever is looked for.
    private static let mostStems = 2_000
    /// The most forms of a word, and the lengths in characters from and up to which a word has any.
    private static let (mostForms, shortest, longest) = (24, 3, 40)

    private let index: WordIndex
    private var stemsLeft = WordForms.mostStems

    init(in index: WordIndex) { self.index = index }

    /// Returns the forms of a folded word, without the word itself.
    mutating func forms(of word: String) -> [String] {
        guard (WordForms.shortest...WordForms.longest).contains(word.count), !word.utf8.allSatisfy(\.isDigit) else {
            return []
        }
        var forms: [String] = []
        for language in index.languages.prefix(WordForms.mostLanguages) {
            guard let stemmer = Stemmer(language) else { continue }
            for spelling in WordForms.spellings(of: word) { add(to: &forms, spelling, stemmer) }
        }
        return Array(forms.uniqued().lazy.filter { $0 != word }.prefix(WordForms.mostForms))
    }

    private mutating func add(to forms: inout [String], _ word: String, _ stemmer: borrowing Stemmer) {
        let stem = stemmer.stem(of: word)
        let common = String(zip(word, stem).prefix { $0 == $1 }.map(\.0))
        guard common.count >= WordForms.shortest, let words = index.words(withBeginning: common, most: stemsLeft)
        else { return }
        stemsLeft -= words.count
        for other in words where stemmer.stem(of: other) == stem { forms.append(other) }
    }

    /// Returns the word, and the word with the last `is` as `iz` or the other way about: `mobilised`, `mobilized`.
    private static func spellings(of word: String) -> [String] {
        let letters = Array(word)
        let place = letters.indices.dropFirst().last {
            letters[$0 - 1] == "i" && (letters[$0] == "s" || letters[$0] == "z")
        }
        guard let place, place < letters.count - 1 else { return [word] }
        var other = letters
        other[place] = letters[place] == "s" ? "z" : "s"
        return [word, String(other)]
    }
}
