import CStemmer
import Evidence

/// The stemming algorithm of a language (snowballstem.org), which takes the endings from a word. Of use to one thread at
/// a time.
struct Stemmer: ~Copyable {
    private let stemmer: OpaquePointer

    /// Creates a stemmer; nil for a language for which there is none.
    init?(_ language: LanguageTag) {
        let primary = language.rawValue.prefix { $0 != "-" }
        guard let stemmer = sb_stemmer_new(String(primary), "UTF_8") else { return nil }
        self.stemmer = stemmer
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// Returns what the forms of a lowercase word have in common, which need not be the beginning of it: `city` and
    /// `cities` are `citi`.
    func stem(of word: String) -> String {
        var word = word
        return word.withUTF8 { bytes in
            guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(clamping: bytes.count)) else {
                return ""
            }
            let length = Int(sb_stemmer_length(stemmer))
            return String(decoding: UnsafeBufferPointer(start: stem, count: max(length, 0)), as: UTF8.self)
        }
    }
}
