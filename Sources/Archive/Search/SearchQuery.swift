import Evidence
import Foundations

/// What is searched for: words, all of which must occur, and phrases in quotation marks. The last word, unless it is in
/// quotation marks, may be the beginning of one.
package struct SearchQuery: Hashable, Sendable {
    /// More words than this are refused.
    package static let most = 16

    /// A word that must occur.
    struct Term: Hashable, Sendable {
        /// Folded, as UTF-8.
        private let bytes: [UInt8]
        let isBeginning: Bool

        init(word: String, isBeginning: Bool) {
            bytes = Array(word.utf8)
            self.isBeginning = isBeginning
        }

        /// Folded.
        var word: String { String(decoding: bytes, as: UTF8.self) }

        /// Whether a folded word, as UTF-8, is the one that is meant.
        func matches(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
            guard isBeginning ? other.count >= bytes.count : other.count == bytes.count else { return false }
            for place in bytes.indices where other[place] != bytes[place] { return false }
            return true
        }
    }

    /// Each once, in their order.
    let terms: [Term]
    /// Words that must follow each other; two or more.
    let phrases: [[Term]]

    /// Any pair of quotation marks will do, English and Lithuanian ones too.
    package init(_ text: String) throws(SearchQueryError) {
        var clauses: [(text: String, isQuoted: Bool)] = [("", false)]
        var opened: Int?
        var offset = 0
        for scalar in text.unicodeScalars {
            if "\"„“”«»".unicodeScalars.contains(scalar) {
                opened = opened == nil ? offset : nil
                clauses.append(("", opened != nil))
            } else {
                clauses[clauses.count - 1].text.unicodeScalars.append(scalar)
            }
            offset += UTF16.width(scalar)
        }
        if let opened { throw .unclosedQuotation(position: opened) }
        let words = clauses.map { (words: FoldedText.words(of: $0.text), isQuoted: $0.isQuoted) }
            .filter { !$0.words.isEmpty }
        let count = words.reduce(0) { $0 + $1.words.count }
        guard let last = words.last else { throw .noWord }
        guard count <= SearchQuery.most else { throw .tooManyWords(count) }
        var terms = words.flatMap(\.words).map { Term(word: $0, isBeginning: false) }
        if !last.isQuoted, let word = terms.popLast() { terms.append(Term(word: word.word, isBeginning: true)) }
        self.terms = terms.uniqued()
        phrases = words.filter { $0.isQuoted && $0.words.count > 1 }
            .map { $0.words.map { Term(word: $0, isBeginning: false) } }
    }

    /// The same for two queries that find the same.
    var digest: Digest {
        var digest = Digest()
        for term in terms { digest.add(term.word + (term.isBeginning ? "*" : "")) }
        for phrase in phrases { digest.add(phrase.map(\.word).joined(separator: " ")) }
        return digest
    }
}

extension [SearchQuery.Term] {
    /// Which of the words a folded word, as UTF-8, is one of: a bit for each, the lowest for the first.
    func matching(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var matching: UInt32 = 0
        for place in indices where self[place].matches(word) { matching |= 1 << UInt32(place) }
        return matching
    }
}

/// Why a text is nothing that can be searched for.
package enum SearchQueryError: Error, Hashable, Sendable {
    /// The quotation mark so many UTF-16 code units from the start, 0 for the first, has no other.
    case unclosedQuotation(position: Int)
    /// There is no letter and no digit in it.
    case noWord
    /// So many words.
    case tooManyWords(Int)
}
