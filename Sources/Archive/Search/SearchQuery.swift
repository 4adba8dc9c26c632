import Evidence
import Foundations

/// The words of a search, all of which must occur, if only in other forms, and its phrases in quotation marks. The last
/// word, unless quoted, may be just the start of one. Quoted words have no other forms.
package struct SearchQuery: Hashable, Sendable {
    /// The maximum number of words.
    package static let most = 16

    /// A word that must occur.
    struct Term: Hashable, Sendable {
        /// The folded word in UTF-8.
        private let bytes: [UInt8]
        let isBeginning: Bool
        let isQuoted: Bool
        /// The other forms of the word that some record contains, folded.
        let forms: [String]

        init(word: String, isBeginning: Bool, isQuoted: Bool, forms: [String] = []) {
            bytes = Array(word.utf8)
            self.isBeginning = isBeginning
            self.isQuoted = isQuoted
            self.forms = forms
        }

        /// The folded word.
        var word: String { String(decoding: bytes, as: UTF8.self) }

        /// Whether a folded word, given in UTF-8, satisfies this term.
        func matches(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
            isWord(other) || forms.contains { $0.utf8.elementsEqual(other) }
        }

        private func isWord(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
            guard isBeginning ? other.count >= bytes.count : other.count == bytes.count else { return false }
            for place in bytes.indices where other[place] != bytes[place] { return false }
            return true
        }
    }

    /// The terms in order, without repetitions.
    private(set) var terms: [Term]
    /// The phrases, whose words must occur in succession; each has at least two.
    let phrases: [[Term]]

    /// The marks around phrases, in any language.
    private static let quotationMarks = "\"„“”«»‹›「」『』".unicodeScalars

    /// Parses a search. Any pair of quotation marks is accepted. Words that touch each other, as those of Chinese do, are
    /// a phrase.
    package init(_ text: String) throws(SearchQueryError) {
        var clauses: [(text: String, isQuoted: Bool)] = [("", false)]
        var opened: Int?
        var offset = 0
        let scalars = Array(text.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            let isInWord = scalar == "\"" && scalars.isHebrew(at: place - 1) && scalars.isHebrew(at: place + 1)
            if !isInWord, SearchQuery.quotationMarks.contains(scalar) {
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
        var terms = words.flatMap { clause in
            clause.words.map { Term(word: $0, isBeginning: false, isQuoted: clause.isQuoted) }
        }
        if !last.isQuoted, let word = terms.popLast() {
            terms.append(Term(word: word.word, isBeginning: true, isQuoted: false))
        }
        self.terms = terms.uniqued()
        let quoted = words.filter { $0.isQuoted && $0.words.count > 1 }.map(\.words)
        let touching = clauses.filter { !$0.isQuoted }.flatMap { SearchQuery.touching(in: $0.text) }
        phrases = (quoted + touching).map { $0.map { Term(word: $0, isBeginning: false, isQuoted: true) } }
    }

    /// Returns the query with the other forms of its words that the indexes have.
    func widened(by indexes: [WordIndex], in languages: [LanguageTag]) -> SearchQuery {
        var query = self
        var known = WordForms(in: languages)
        query.terms = terms.map { term in
            guard !term.isQuoted else { return term }
            let forms = known.forms(of: term.word, in: indexes)
            return Term(word: term.word, isBeginning: term.isBeginning, isQuoted: false, forms: forms)
        }
        return query
    }

    /// Returns the folded words of a text that follow each other with nothing between them, by two or more.
    private static func touching(in text: String) -> [[String]] {
        var runs: [[Token]] = []
        for token in Token.all(in: text) {
            if let last = runs.last?.last, last.range.upperBound == token.range.lowerBound {
                runs[runs.count - 1].append(token)
            } else {
                runs.append([token])
            }
        }
        return runs.filter { $0.count > 1 }.map { $0.map(\.word) }
    }

    /// A digest that is the same for all queries that find the same.
    var digest: Digest {
        var digest = Digest()
        for term in terms { digest.add(term.word + (term.isBeginning ? "*" : term.isQuoted ? "\"" : "")) }
        for phrase in phrases { digest.add(phrase.map(\.word).joined(separator: " ")) }
        return digest
    }
}

extension [Unicode.Scalar] {
    /// Whether there is a Hebrew letter at `place`, which may lie outside.
    fileprivate func isHebrew(at place: Int) -> Bool {
        indices.contains(place) && (0x5D0...0x5EA).contains(self[place].value)
    }
}

extension [SearchQuery.Term] {
    /// Returns which terms a folded word, given in UTF-8, satisfies: one bit for each, the lowest for the first.
    func matching(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var matching: UInt32 = 0
        for place in indices where self[place].matches(word) { matching |= 1 << UInt32(place) }
        return matching
    }
}

/// Why a text cannot be searched for.
package enum SearchQueryError: Error, Hashable, Sendable {
    /// The quotation mark at this position, in UTF-16 code units from 0, is not closed.
    case unclosedQuotation(position: Int)
    /// There is no letter or digit.
    case noWord
    /// There are this many words, which is too many.
    case tooManyWords(Int)
}
