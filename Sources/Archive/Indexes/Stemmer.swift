import CStemmer
import Evidence

/// The stemming algorithm of a language (snowballstem.org), which takes the endings from words. Of use to one thread at a
/// time.
final class Stemmer {
    private let stemmer: OpaquePointer

    /// Creates a stemmer; nil for a language for which there is none.
    init?(_ language: LanguageTag) {
        let primary = language.rawValue.prefix { $0 != "-" }
        guard let stemmer = sb_stemmer_new(String(primary), "UTF_8") else { return nil }
        self.stemmer = stemmer
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// Passes what the forms of a lowercase word have in common to `body`, both in UTF-8. It need not be the beginning of
    /// the word: `city` and `cities` are `citi`.
    func withStem<Result>(
        of word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        let stem = sb_stemmer_stem(stemmer, word.baseAddress, Int32(clamping: word.count))
        return body(UnsafeBufferPointer(start: stem, count: stem == nil ? 0 : Int(sb_stemmer_length(stemmer))))
    }
}
