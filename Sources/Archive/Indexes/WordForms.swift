import Evidence
import Foundations

/// The words of indexes that are other forms of given ones: `šaukimo` of `šaukimas`, `cities` of `city`, and words spelt
/// with an s for a z.
///
/// Words are compared as an index has them, folded, so that they are found with and without diacritics.
struct WordForms {
    /// The languages of the dataset that are looked into.
    private static let mostLanguages = 8
    /// The most words of an index that have their stems taken for one word.
    private static let mostAlike = 500
    /// The most of all indexes for all words.
    private static let mostStems = 10_000
    /// The most forms of a word, and the lengths in bytes from and up to which a word has any.
    private static let (mostForms, shortest, longest) = (24, 3, 80)

    private let stemmers: [Stemmer]
    private var stemsLeft = WordForms.mostStems

    /// Creates the forms of words in those of the languages that have a stemmer.
    init(in languages: [LanguageTag]) { stemmers = languages.prefix(WordForms.mostLanguages).compactMap(Stemmer.init) }

    /// Returns the forms of a folded word that the indexes have, without the word itself.
    mutating func forms(of word: String, in indexes: [WordIndex]) -> [String] {
        let letters = Array(word.utf8)
        guard (WordForms.shortest...WordForms.longest).contains(letters.count), !letters.allSatisfy(\.isDigit)
        else { return [] }
        var forms: [String] = []
        for stemmer in stemmers {
            for spelling in WordForms.spellings(of: letters) {
                let stem = spelling.withUnsafeBufferPointer { stemmer.withStem(of: $0, \.copied) }
                let common = zip(spelling, stem).prefix { $0 == $1 }.count
                guard common >= WordForms.shortest else { continue }
                for index in indexes { add(to: &forms, spelling[..<common], stem, stemmer, index) }
            }
        }
        return forms.filter { $0 != word }
    }

    private mutating func add(
        to forms: inout [String], _ beginning: ArraySlice<UInt8>, _ stem: [UInt8], _ stemmer: Stemmer,
        _ index: WordIndex
    ) {
        let places = index.places(ofBeginning: beginning)
        guard places.count <= min(WordForms.mostAlike, stemsLeft) else { return }
        stemsLeft -= places.count
        for place in places where forms.count < WordForms.mostForms {
            index.withWord(at: place) { other in
                guard other.count <= WordForms.longest, stemmer.withStem(of: other, { $0.elementsEqual(stem) }),
                    !forms.contains(where: { $0.utf8.elementsEqual(other) })
                else { return }
                forms.append(String(decoding: other, as: UTF8.self))
            }
        }
    }

    /// Returns the word, and the word with the last `is` as `iz` or the other way about: `mobilised`, `mobilized`.
    private static func spellings(of word: [UInt8]) -> [[UInt8]] {
        let (i, s, z) = (UInt8(ascii: "i"), UInt8(ascii: "s"), UInt8(ascii: "z"))
        let place = word.indices.dropFirst().dropLast().last {
            word[$0 - 1] == i && (word[$0] == s || word[$0] == z)
        }
        guard let place else { return [word] }
        var other = word
        other[place] = word[place] == s ? z : s
        return [word, other]
    }
}
